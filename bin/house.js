// What must happen before the program can run. Plain JavaScript without dependencies, for Node 20 and newer.
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { constants } = require("node:os");
const { join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");

const root = resolve(__dirname, "..");
const inRoot = (...names) => join(root, ...names);
const NEEDED_MAJOR = 24;

/** Prints a sentence and ends: what a person must do cannot be done for them. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** Installs what the lock file names, where it is missing or the lock has changed; no package's script runs. */
function ensureDependencies() {
  const stamp = inRoot("node_modules", ".lock-stamp");
  const hash = createHash("sha256")
    .update(readFileSync(inRoot("package-lock.json")))
    .digest("hex");
  if (readIfThere(stamp) !== hash && !isInstalled()) {
    process.stderr.write("Ставлю зависимости · Installing dependencies…\n");
    installDependencies();
  }
  // Written anew even where it holds: the quick way of bin/sosedstvo asks which of the two files is newer.
  writeWherePossible(stamp, hash);
}

/** npm keeps a list of what it has installed; after `npm install` it agrees with the lock and nothing is left to do. */
function isInstalled() {
  const list = readIfThere(inRoot("node_modules", ".package-lock.json"));
  if (list === undefined) return false;
  const installed = JSON.parse(list).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages);
  return wanted.every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path] ? installed[path].version === version : optional),
  );
}

function installDependencies() {
  const args = "ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund --loglevel=error".split(" ");
  // npm's answer goes to standard error, because standard output belongs to the command that was asked for.
  const result = spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (result.status === 0) return;
  stop(
    "npm ci не удалось: нужен доступ к реестру пакетов npm и право записи в папку проекта · npm ci failed: it needs npm's package registry and the right to write here.",
  );
}

/** The pinned Node, else this one where it is new enough. */
function findNode() {
  const pinned = inRoot("node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(pinned)) return pinned;
  if (isNewEnough()) return process.execPath;
  return stop(
    `Для ${process.platform}-${process.arch} установите Node ${NEEDED_MAJOR} или новее · Install Node ${NEEDED_MAJOR} or newer for ${process.platform}-${process.arch}.`,
  );
}

function isNewEnough() {
  return Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR;
}

/** Runs a TypeScript file of ours with these arguments: in this process where it can, else in the pinned Node, with its signals and exit code. */
function handOver(file, args) {
  process.env.NODE_COMPILE_CACHE ??= inRoot(".cache", "compile");
  if (isNewEnough()) {
    enableCompileCache(process.env.NODE_COMPILE_CACHE);
    process.argv = [process.argv[0], inRoot(file), ...args];
    return import(pathToFileURL(inRoot(file)).href);
  }
  const child = spawn(findNode(), [inRoot(file), ...args], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both of us; the child must not hear it twice.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  child.on("error", (error) => stop(`${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  return child;
}

/** Builds the pages where their sources have changed since the last build. */
function buildPages() {
  const hash = hashSources();
  const stamp = inRoot("build", ".source-stamp");
  if (readIfThere(stamp) === hash) return;
  process.stderr.write("Собираю страницы · Building the pages…\n");
  const builder = inRoot("node_modules", "@react-router", "dev", "bin.cjs");
  const env = { ...process.env, NODE_ENV: "production" };
  const result = spawnSync(findNode(), [builder, "build"], { cwd: root, env, encoding: "utf8" });
  if (result.status !== 0)
    stop(`${result.stdout}\n${result.stderr}\nСтраницы не собрались · The pages could not be built.`);
  mkdirSync(inRoot("build"), { recursive: true });
  writeFileSync(stamp, hash);
}

/** All that the pages can be built from: web, the pure files of the slices and the kernel, and the tools' settings. */
function hashSources() {
  const hash = createHash("sha256");
  const isPure = (path) =>
    !/^src\/(platform|server)\//.test(path) &&
    /\/(?!(actions|store|index|testing|cli|tables)\b)[\w.-]+\.ts$/.test(path);
  const settings = ["package-lock.json", "vite.config.ts", "react-router.config.ts", "tsconfig.json"].filter((name) =>
    existsSync(inRoot(name)),
  );
  const sources = [...listFiles("web"), ...listFiles("src").filter(isPure)].filter((path) => !path.includes(".test."));
  for (const path of [...settings, ...sources.sort()]) hash.update(`${path}\0`).update(readFileSync(inRoot(path)));
  return hash.digest("hex");
}

function listFiles(folder) {
  const entries = readdirSync(inRoot(folder), { withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isDirectory() ? listFiles(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Somebody else may own the folder; then the stamp is compared again at the next start, which costs a few milliseconds. */
function writeWherePossible(path, text) {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (!["EACCES", "EROFS", "EPERM"].includes(error.code)) throw error;
  }
}

module.exports = { buildPages, ensureDependencies, handOver };
