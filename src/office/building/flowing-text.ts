/** Text in which any run of blanks and line ends is one blank, and none stands at a line's start or end, as ODF and HTML have it. */
export class FlowingText {
  private done = "";
  private blank = false;
  private breakPending = false;

  /** Text as it stands in the file. */
  flow(raw: string): void {
    if (raw === "") return;
    const text = raw.replace(/[ \t\r\n\f]+/g, " ").replaceAll("\u00ad", "");
    if (text.startsWith(" ")) this.blank = true;
    const inner = text.trim() === "" && !text.includes("\u00a0") ? "" : text.replace(/^ | $/g, "");
    if (inner === "") return;
    this.settle();
    this.done += inner;
    this.blank = text.endsWith(" ");
  }

  /** Text in which every sign counts: tabs, breaks, preserved blanks. */
  add(text: string): void {
    if (text === "") return;
    if (text === "\n") this.blank = false;
    this.settle();
    this.done += text;
  }

  /** A new page separates words, but is no line of its own. */
  addPageBreak(): void {
    this.breakPending = this.done !== "";
  }

  get text(): string {
    return this.done;
  }

  get isEmpty(): boolean {
    return this.done === "";
  }

  private settle(): void {
    if (this.breakPending) this.done += "\n";
    else if (this.blank && this.done !== "" && !/[\n\t]$/.test(this.done)) this.done += " ";
    this.blank = false;
    this.breakPending = false;
  }
}
