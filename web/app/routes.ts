import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

/** Every page, once in Russian and once under `/en`. */
export default [
  route("en?", "./language-layout.tsx", [
    layout("./public-layout.tsx", [
      index("../programme/home.tsx"),
      route("programmes/:slug", "../programme/overview.tsx"),
      route("programmes/:slug/indicators", "../programme/indicators.tsx"),
      route("programmes/:slug/indicators/:number", "../programme/indicator.tsx"),
      route("programmes/:slug/activities", "../programme/activities.tsx"),
      route("programmes/:slug/activities/:position", "../programme/activity.tsx"),
      route("programmes/:slug/finance", "../programme/finance.tsx"),
      route("programmes/:slug/editions", "../programme/editions.tsx"),
      route("programmes/:slug/editions/:edition", "../programme/edition.tsx"),
      route("programmes/:slug/compare", "../programme/compare/compare.tsx"),
      route("programmes/:slug/findings", "../programme/findings.tsx"),
      route("accessibility", "../portal/accessibility.tsx"),
      route("privacy", "../portal/privacy.tsx"),
      route("*", "./missing.tsx"),
    ]),
    route("programmes/:slug/editions/:edition/:file", "../programme/edition-file.ts"),
    route("programmes/:slug/compare/:file", "../programme/compare/file.ts"),
    route("programmes/:slug/act.docx", "../programme/act/file.ts"),
    route("programmes/:slug/draft/changes", "../programme/draft/changes.ts"),
    route("programmes/:slug/:file", "../programme/csv/route.ts"),
    layout("./inner-layout.tsx", [
      route("sign-in", "../access/sign-in.tsx"),
      route("desk", "../desk/desk.tsx"),
      route("programmes/:slug/draft", "../programme/draft/draft.tsx"),
      route("programmes/:slug/draft/comparison", "../programme/draft/comparison.tsx"),
      route("programmes/:slug/draft/history", "../programme/draft/history.tsx"),
      route("programmes/:slug/draft/act", "../programme/act/take-in.tsx"),
      route("programmes/:slug/act", "../programme/act/act.tsx"),
      route("import", "../programme/import/upload.tsx"),
      route("import/:id", "../programme/import/preview.tsx"),
    ]),
    route("sign-out", "../access/sign-out.ts"),
  ]),
] satisfies RouteConfig;
