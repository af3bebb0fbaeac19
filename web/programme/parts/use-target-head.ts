import type { Programme } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { targetName } from "../view/indicators.ts";
import { programmeWords } from "../words.ts";

/** What stands above a column of targets. */
export function useTargetHead(content: Programme): (key: string) => string {
  const t = useText(programmeWords);
  return (key) => targetName(t, content, key);
}
