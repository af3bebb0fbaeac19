import { useEffect, useRef } from "react";
import { Mark } from "./mark.tsx";

export interface FieldError {
  /** The id of the field that a link leads to. */
  readonly field: string;
  readonly sentence: string;
}

/** What stands in the way, on top of the form, each a link to its field. */
export function ErrorSummary({ title, errors }: { readonly title: string; readonly errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Mark kind="error">{title}</Mark>
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.sentence}>
            <a href={`#${error.field}`}>{error.sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
