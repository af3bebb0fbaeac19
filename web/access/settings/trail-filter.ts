import type { TrailFilter } from "../../../src/access/trail/views.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const ACTION = /^[a-z][a-z.-]{0,80}$/;

/** What an address asks of the trail; what is none of it is left out. */
export function readFilter(asked: URLSearchParams): TrailFilter {
  const take = (name: string, form: RegExp) => {
    const value = asked.get(name) ?? "";
    return form.test(value) && (form !== DAY || isDay(value)) ? value : undefined;
  };
  const [personId, subjectId] = [take("person", ID), take("subject", ID)];
  const [action, from, to] = [take("action", ACTION), take("from", DAY), take("to", DAY)];
  const outcome = asked.get("outcome");
  return {
    ...(personId && { personId }),
    ...(subjectId && { subjectId }),
    ...(action && { action }),
    ...(from && { from }),
    ...(to && { to }),
    ...((outcome === "done" || outcome === "refused") && { outcome }),
  };
}

/** The thirty-first of February is none. */
function isDay(value: string): boolean {
  return new Date(value).toISOString().startsWith(value);
}

/** The same as the parts of an address. */
export function writeFilter({ personId, subjectId, ...rest }: TrailFilter): Readonly<Record<string, string>> {
  return { ...(personId && { person: personId }), ...(subjectId && { subject: subjectId }), ...rest };
}
