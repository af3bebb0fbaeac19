import type { OnStatement } from "../database/index.ts";
import type { OnAnswer } from "../http/server.ts";
import { writeLog } from "../log.ts";
import type { Meters } from "./meters.ts";

/** More of a statement says nothing that its beginning does not. */
const LONGEST_STATEMENT = 400;
const LONGEST_PART = 36;

/** Counts every statement, and logs a slow one without its values, which may be anybody's. */
export function watchStatements(meters: Meters, slowMilliseconds: number): OnStatement {
  return (text, milliseconds) => {
    meters.countStatement(milliseconds / 1000);
    if (slowMilliseconds === 0 || milliseconds < slowMilliseconds) return;
    const statement = text.replace(/\s+/g, " ").trim().slice(0, LONGEST_STATEMENT);
    writeLog("warning", "a slow statement", { milliseconds: Math.round(milliseconds), statement });
  };
}

/** Counts every answer, and logs a slow one. */
export function watchAnswers(meters: Meters, slowMilliseconds: number): OnAnswer {
  return ({ source, method, status, milliseconds, path, requestId }) => {
    meters.countAnswer({ source, method, status, seconds: milliseconds / 1000 });
    if (slowMilliseconds === 0 || milliseconds < slowMilliseconds) return;
    const rounded = Math.round(milliseconds);
    writeLog("warning", "a slow answer", { requestId, method, path: shortenPath(path), status, milliseconds: rounded });
  };
}

/** An address without what people typed into it and without keys: no query, and long parts that are no id as «…». */
export function shortenPath(path: string): string {
  const [bare = ""] = path.split(/[?#]/);
  return bare
    .split("/")
    .map((part) => (part.length > LONGEST_PART || (part.length > 20 && !isId(part)) ? "…" : part))
    .join("/");
}

function isId(part: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part);
}
