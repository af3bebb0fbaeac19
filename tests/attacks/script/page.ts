import { type Element, readElements } from "../../walk/html.ts";

const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "srcset"];
const SCHEME = /^(?:javascript|vbscript|data):/i;
/** What a browser leaves out of an address before it looks at the scheme. */
const UNSEEN = /[\s\p{Cc}]/gu;
/** A picture of ours in the page itself, such as the code for an authenticator. */
const OWN_PICTURE = /^data:image\/(?:png|webp|jpeg|svg\+xml)[;,]/;
const CARRIERS = ["iframe", "object", "embed", "base", "applet", "frame", "portal"];

/** What in a page a browser would run though no page of ours says it, one sentence each. */
export function findExecutable(html: string, nonce: string | undefined): readonly string[] {
  return readElements(html).flatMap((element) => judge(element, nonce));
}

function judge({ name, attributes }: Element, nonce: string | undefined): readonly string[] {
  const found: string[] = [];
  if (name === "script" && (nonce === undefined || attributes.nonce !== nonce))
    found.push("a script without the nonce");
  if (CARRIERS.includes(name)) found.push(`<${name}>`);
  if (name === "meta" && attributes["http-equiv"] !== undefined) found.push(`<meta http-equiv>`);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on/i.test(attribute) || attribute === "srcdoc") found.push(`<${name} ${attribute}="${value}">`);
    const isOwn = name === "img" && attribute === "src" && OWN_PICTURE.test(value);
    if (ADDRESSES.includes(attribute) && SCHEME.test(value.replace(UNSEEN, "")) && !isOwn)
      found.push(`<${name} ${attribute}="${value}">`);
  }
  return found;
}
