import { dropTurningMarks } from "../../kernel/turning-marks.ts";

/** A request whose form comes without marks that turn the direction of writing, in whatever field and name of a file. */
export class FormRequest extends Request {
  override async formData(): Promise<FormData> {
    const clean = new FormData();
    for (const [name, value] of await super.formData()) {
      if (typeof value === "string") clean.append(name, dropTurningMarks(value));
      else clean.append(name, value, dropTurningMarks(value.name));
    }
    return clean;
  }

  override async json(): Promise<unknown> {
    const text = await this.text();
    return JSON.parse(text, (_name, value: unknown) => (typeof value === "string" ? dropTurningMarks(value) : value));
  }
}
