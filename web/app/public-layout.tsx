import { Outlet } from "react-router";
import { PublicShell } from "./shell.tsx";

/** Pages that anybody reads: no script runs here, and nothing on them depends on who looks. */
export default function PublicLayout() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}
