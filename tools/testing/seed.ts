import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";

/**
 * Property tests try the same cases each time that the same state of the project is tested, so what passed once passes again and
 * what failed can be repeated; a change, which writes its line into the changelog, tries other ones. `SOSEDSTVO_TEST_SEED`, a
 * whole number, asks for cases of one's own.
 */
const changelog = readFileSync(new URL("../../CHANGELOG.md", import.meta.url));
const seed = Number(process.env.SOSEDSTVO_TEST_SEED ?? createHash("sha256").update(changelog).digest().readInt32BE());

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
