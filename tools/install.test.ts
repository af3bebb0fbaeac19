import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig, VARIABLES } from "../src/platform/config.ts";

const root = join(import.meta.dirname, "..");
const text = (path: string) => readFileSync(join(root, path), "utf8");
let laid: string;

/** The script as far as it goes without changing this machine. */
function install(...args: string[]) {
  const { DESTDIR: _, ...environment } = process.env;
  return spawnSync("sh", [join(root, "deploy/install.sh"), ...args], {
    encoding: "utf8",
    env: { ...environment, DESTDIR: laid },
  });
}

beforeAll(() => {
  laid = mkdtempSync(join(tmpdir(), "sosedstvo-install-"));
});
afterAll(() => rmSync(laid, { recursive: true }));

describe("deploy/install.sh", () => {
  test("lays program, settings, unit and proxy for a host name", () => {
    const { status, stdout } = install("tos.example.org");
    expect([status, stdout]).toEqual([0, expect.stringContaining("nothing was changed on the machine")]);
    expect(readFileSync(join(laid, "etc/nginx/sites-enabled/sosedstvo"), "utf8")).toContain(
      "server_name tos.example.org;",
    );
    expect(statSync(join(laid, "var/lib/sosedstvo")).mode & 0o777).toBe(0o700);
    expect(statSync(join(laid, "etc/sosedstvo/sosedstvo.env")).mode & 0o007).toBe(0);
  });

  test("what it laid runs: nothing is missing that the program needs", () => {
    symlinkSync(join(root, "node_modules"), join(laid, "opt/sosedstvo/node_modules"));
    const file = join(laid, "opt/sosedstvo/examples/ordynsky-2024-2026/ordynsky-2024-2026.docx");
    const { status, stdout } = spawnSync(join(laid, "opt/sosedstvo/bin/sosedstvo"), ["check", file], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining("предупреждений")]);
  });

  test("again, it keeps the settings that are there and takes the newer program", () => {
    const settings = join(laid, "etc/sosedstvo/sosedstvo.env");
    writeFileSync(settings, "SOSEDSTVO_PORT=3001\n");
    writeFileSync(join(laid, "opt/sosedstvo/src/old-file.ts"), "");
    expect(install("tos.example.org").status).toBe(0);
    expect(readFileSync(settings, "utf8")).toBe("SOSEDSTVO_PORT=3001\n");
    expect(existsSync(join(laid, "opt/sosedstvo/src/old-file.ts"))).toBe(false);
  });

  test.each([[""], ["tos example"], ["$(reboot)"], ["-x"], ["a;b"]])("refuses «%s» as a host name", (host) => {
    expect(install(...(host === "" ? [] : [host])).status).toBe(2);
  });
});

describe("deploy/sosedstvo.env", () => {
  test("has every setting, and those that are on are right", () => {
    const named = [...text("deploy/sosedstvo.env").matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(Object.values(VARIABLES).toSorted());
    const config = readConfig(parseEnv(text("deploy/sosedstvo.env")));
    expect(config).toMatchObject({ demonstration: false, dataFolder: "/var/lib/sosedstvo", backupsKept: 14 });
  });

  test("and those that are off are right when they are switched on", () => {
    const on = parseEnv(text("deploy/sosedstvo.env").replace(/^#(?=[A-Z_]+=)/gm, ""));
    expect(readConfig(on)).toMatchObject({ smtpUrl: expect.any(String), identityProviders: [{ id: "region" }] });
  });
});

describe("deploy/sosedstvo.service", () => {
  test("names folders that the script makes, and may write to no others", () => {
    const unit = text("deploy/sosedstvo.service");
    const script = text("deploy/install.sh");
    const folders = /^ReadWritePaths=(.*)$/m.exec(unit)?.[1]?.split(" ") ?? [];
    expect(folders).toHaveLength(3);
    for (const folder of folders) expect(script).toContain(`$root${folder}`);
    expect(unit).toContain("User=sosedstvo");
  });

  test("is accepted by systemd, where systemd is", () => {
    const { error, status, stderr } = spawnSync("systemd-analyze", ["verify", join(root, "deploy/sosedstvo.service")], {
      encoding: "utf8",
    });
    if (error) return;
    // The program itself lies where the script puts it.
    const complaints = stderr
      .split("\n")
      .filter((line) => line !== "" && !/\/opt\/sosedstvo|sosedstvo\.service: Command/.test(line));
    expect([complaints, status === 0 || status === 1]).toEqual([[], true]);
  });
});
