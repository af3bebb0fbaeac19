import { Outlet } from "react-router";

/** Holds the first part of an address, `en` or nothing; the pages below are the same. */
export default function LanguageLayout() {
  return <Outlet />;
}
