import { data } from "react-router";

/** No page stands at this address. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export default function Missing() {
  return null;
}
