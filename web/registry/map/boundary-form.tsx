import { Button } from "@mantine/core";
import { useState } from "react";
import { Form, useLoaderData, useNavigation } from "react-router";
import type { EditorGround } from "../../../src/registry/boundary/views.ts";
import { findCrossings } from "../../../src/registry/geometry/crossing.ts";
import { readGeoJson, toGeometry } from "../../../src/registry/geometry/geojson.ts";
import { mend } from "../../../src/registry/geometry/mend.ts";
import { repair } from "../../../src/registry/geometry/repair.ts";
import type { Shape } from "../../../src/registry/geometry/shape.ts";
import { boxAround, fitFrame, growBox } from "../../ui/map/frame.ts";
import { MapPicture } from "../../ui/map/map-picture.tsx";
import { useText } from "../../ui/text.ts";
import { Editor } from "./editor/editor.tsx";
import type { loadBoundary } from "./load-boundary.ts";
import type { Refused } from "./parts/act.ts";
import { ActFields } from "./parts/act-fields.tsx";
import { Question } from "./parts/question.tsx";
import { mapWords } from "./words.ts";

/** Draws, takes a file or a text; sends the line with its act. */
export function BoundaryForm({ refused }: { readonly refused: Refused | undefined }) {
  const { card, ground, tiles, today, may } = useLoaderData<typeof loadBoundary>();
  const t = useText(mapWords);
  const busy = useNavigation().state === "submitting";
  const kept = card.inForce ? JSON.stringify(toGeometry(card.inForce.shape)) : "";
  const [text, setText] = useState(refused?.geojson || kept);
  const sent = refused?.geojson ? readShape(refused.geojson) : null;
  if (!may) return null;
  return (
    <Form method="post" encType="multipart/form-data" className="form boundary-form">
      <Editor shape={sent ?? card.inForce?.shape ?? null} ground={ground} tiles={tiles} onDrawn={setText} />
      {refused?.code === "boundary-crossing" && sent && <Repair shape={sent} ground={ground} />}
      <div>
        <label htmlFor="file">{t("oneFile")}</label>
        <p className="note" id="file-hint">
          {t("oneFileHint")}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".geojson,.json,application/geo+json"
          aria-describedby="file-hint"
          className="file"
        />
      </div>
      <details>
        <summary>{t("pasteTitle")}</summary>
        <label htmlFor="geojson">{t("paste")}</label>
        <textarea
          id="geojson"
          name="geojson"
          rows={6}
          className="file"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </details>
      <ActFields refused={refused} today={today} />
      <Question refused={refused} />
      <input type="hidden" name="version" value={card.version} />
      <Button type="submit" name="intent" value="save" loading={busy}>
        {t("save")}
      </Button>
    </Form>
  );
}

function readShape(text: string): Shape | null {
  const read = readGeoJson(text);
  const [only] = "features" in read ? read.features : [];
  return only ? mend(only.raw) : null;
}

/** The line that crosses itself, where it does, and what is proposed instead. */
function Repair({ shape, ground }: { readonly shape: Shape; readonly ground: EditorGround }) {
  const t = useText(mapWords);
  const box = boxAround([shape]);
  const repaired = repair(shape);
  if (!box || !repaired) return null;
  const frame = fitFrame(growBox(box, 0.1, 0.0005), 10 / 7);
  const dots = findCrossings(shape).map(
    ([x, y]): Shape => [
      [
        [
          [x, y],
          [x, y],
          [x, y],
          [x, y],
        ],
      ],
    ],
  );
  const around = ground.neighbours.map((one) => ({ key: one.id, kind: "association" as const, shape: one.shape }));
  const places = dots.map((dot, index) => ({ key: `dot ${index}`, kind: "fault" as const, shape: dot }));
  const sayLength = (metres: number) =>
    metres >= 1000 ? t("kilometres", { count: metres / 1000 }) : t("metres", { count: metres });
  return (
    <figure className="repair">
      <figcaption>{t("repairTitle")}</figcaption>
      <MapPicture
        sentence={t("repairTitle")}
        frame={frame}
        shapes={[...around, { key: "own", kind: "own", shape: repaired }, ...places]}
        sayLength={sayLength}
      />
    </figure>
  );
}
