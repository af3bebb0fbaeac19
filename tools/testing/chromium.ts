import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runProgram } from "./command.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where Chromium is; installs Debian's package where that is allowed, and says what to do where it is not. */
export function findChromium(): string | undefined {
  const found = process.env.SOSEDSTVO_CHROMIUM ?? PLACES.find((path) => existsSync(path));
  return found ?? installChromium();
}

function installChromium(): string | undefined {
  const become = isRoot() ? [] : ["sudo", "-n"];
  if (!existsSync("/usr/bin/apt-get") || !canBecomeRoot()) return explain();
  process.stdout.write("Ставлю Chromium из пакетов Debian · Installing Chromium from Debian's packages…\n");
  const aptGet = (...args: string[]) => {
    const [file = "", ...rest] = [...become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args];
    return runProgram(file, rest);
  };
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", "chromium");
  return PLACES.find((path) => existsSync(path)) ?? explain();
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function canBecomeRoot(): boolean {
  return isRoot() || spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
}

function explain(): undefined {
  process.stdout.write(
    "Нет Chromium: установите его (apt-get install chromium) или укажите путь в SOSEDSTVO_CHROMIUM · " +
      "Chromium is missing: install it (apt-get install chromium) or give its path in SOSEDSTVO_CHROMIUM.\n",
  );
  return undefined;
}
