import { loadMunicipality } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Config } from "../platform/config.ts";
import type { Tx } from "../platform/database/index.ts";

/** Where the pages of the context's municipality stand, for links in letters; without a slash at the end. */
export function openSiteRoot({ publicUrl, port }: Pick<Config, "publicUrl" | "port">) {
  return async (ctx: Context<Tx>): Promise<string> => {
    const { host, slug } = await loadMunicipality(ctx);
    const site = publicUrl ?? `http://localhost:${port}`;
    return host === null ? `${site}/m/${slug}` : `${new URL(site).protocol}//${host}`;
  };
}
