import { Mark } from "../../ui/mark.tsx";

/** What was done, read out by those who do not see it. */
export function Done({ children }: { readonly children: string | null }) {
  return (
    <p role="status" className="done-line">
      {children !== null && <Mark kind="done">{children}</Mark>}
    </p>
  );
}
