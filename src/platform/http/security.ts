/** Headers that every answer carries. `secure` where people come by https. */
export function describeSecurity(secure: boolean): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "x-frame-options": "DENY",
    ...(secure && { "strict-transport-security": "max-age=31536000" }),
  };
}

/** A page without scripts: its one inline style sheet by its hash (`sha256-…`), nothing from foreign hosts. */
export function describePublicPolicy(styleHash: string): string {
  return join({
    "default-src": "'none'",
    "style-src": `'${styleHash}'`,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
}

/** Under this header a page tells the server from where else its map takes pictures; it never leaves the server. */
export const TILES_HEADER = "x-map-tiles";

/** A page that runs scripts of ours: they and the style sheets carry the nonce of this one answer. Style attributes are what Mantine positions with. `tiles` is the one origin besides ours from which a map takes pictures. */
export function describeInnerPolicy(nonce: string, tiles: string | null = null): string {
  const elsewhere = tiles === null ? "" : ` ${new URL(tiles).origin}`;
  return join({
    "default-src": "'none'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": `'self' data: blob:${elsewhere}`,
    "font-src": "'self'",
    "connect-src": `'self'${elsewhere}`,
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
}

function join(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
