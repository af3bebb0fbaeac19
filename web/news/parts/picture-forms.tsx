import { TextInput } from "@mantine/core";
import type { PublicationView } from "../../../src/news/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

interface Props {
  readonly publication: PublicationView;
  readonly refused: RefusedForm | undefined;
}

/** Adding a picture, and taking one off. */
export function PictureForms({ publication, refused }: Props) {
  const t = useText(newsWords);
  const own = refused?.intent === "picture" ? refused : undefined;
  return (
    <>
      <FoldForm
        intent="picture"
        summary={t("addPicture")}
        submit={t("addPicture")}
        hint={t("addPictureHint")}
        refused={refused}
        hasFile
      >
        <div>
          <label htmlFor="picture-file">{t("file")}</label>
          <input
            id="picture-file"
            name="picture"
            type="file"
            className="file"
            accept="image/png,image/jpeg,image/webp"
          />
        </div>
        <TextInput id="alt" name="alt" label={t("alt")} maxLength={300} defaultValue={own?.typed.alt ?? ""} />
      </FoldForm>
      {publication.pictures.map(({ id, alt }) => (
        <FoldForm
          key={id}
          intent="picture-off"
          summary={`${t("removePicture")}: ${alt}`}
          submit={t("removePicture")}
          refused={refused?.typed.pictureId === id ? refused : undefined}
        >
          <input type="hidden" name="pictureId" value={id} />
        </FoldForm>
      ))}
    </>
  );
}
