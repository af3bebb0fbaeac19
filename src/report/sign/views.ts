/** «Ход отчёта»: which step follows which, and who may make it. The server refuses by it, the page offers by it. */
export const REPORT_MOVES = {
  sign: { from: ["draft", "returned"], to: "signed", asks: "report.sign", needsReason: false },
  accept: { from: ["signed"], to: "accepted", asks: "report.sign", needsReason: true },
  return: { from: ["signed", "accepted"], to: "returned", asks: "report.sign", needsReason: true },
} as const;
export type ReportMove = keyof typeof REPORT_MOVES;
export type ReportState = "draft" | (typeof REPORT_MOVES)[ReportMove]["to"];
export const REPORT_MOVE_NAMES = Object.keys(REPORT_MOVES) as readonly ReportMove[];

export function listReportMoves(state: ReportState): readonly ReportMove[] {
  return REPORT_MOVE_NAMES.filter((move) => REPORT_MOVES[move].from.some((from) => from === state));
}

/** What was signed stands until it is returned; what is returned may be written on. */
export const isOpen = (state: ReportState) => state === "draft" || state === "returned";

export interface ReportStep {
  readonly step: number;
  readonly move: ReportMove;
  /** The reason of a return; when and under which number it was handed over. */
  readonly reason: string | null;
  readonly at: string;
  /** Null of who was erased. */
  readonly by: string | null;
  /** Of `sign`: the SHA-256 of what was signed. */
  readonly hash: string | null;
}
