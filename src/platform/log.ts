/** Writes one line per event to standard error: an instant, a level, a message, then fields as JSON. Standard output belongs to the command's answers. */
export type LogLevel = "info" | "warning" | "error";

export function writeLog(level: LogLevel, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields, plainValue)}` : "";
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}${rest}\n`);
}

function plainValue(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  return value;
}
