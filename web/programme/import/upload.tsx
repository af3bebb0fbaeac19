import { Button } from "@mantine/core";
import { type ActionFunctionArgs, data, Form, redirect, useActionData, useNavigation } from "react-router";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { languageOf } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { importWords } from "./words.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const language = languageOf(new URL(args.request.url).pathname);
  try {
    const file = (await args.request.formData()).get("file");
    if (!(file instanceof File) || file.name === "") return data({ sentence: null }, { status: 400 });
    const id = await readAndSave(doors, file);
    return redirect(inLanguage(paths.reading(id), language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** Read first, stored after: half of a document is never kept, and no transaction waits for the reading. */
async function readAndSave(doors: Doors, file: File): Promise<string> {
  await doors.run(async (ctx) => doors.programme.listReadings(ctx));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = await doors.readDocument(bytes);
  const { id } = await doors.run((ctx) => doors.programme.saveReading(ctx, { fileName: file.name, bytes, reading }));
  return id;
}

export default function Upload() {
  const t = useText(importWords);
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <title>{t("uploadTitle")}</title>
      <h1>{t("uploadTitle")}</h1>
      <p className="under">{t("uploadLead")}</p>
      {answer && <Trouble title={t("trouble")} sentence={answer.sentence ?? t("noFile")} />}
      <Form method="post" encType="multipart/form-data" className="form">
        <div className="file">
          <label htmlFor="file">{t("file")}</label>
          <input id="file" type="file" name="file" required aria-describedby="file-hint" />
          <p id="file-hint" className="note">
            {t("fileHint")}
          </p>
        </div>
        <Button type="submit" loading={busy}>
          {busy ? t("reading") : t("read")}
        </Button>
      </Form>
    </>
  );
}
