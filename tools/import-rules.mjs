/**
 * «Who may import whom» of architecture.md for dependency-cruiser; the comments carry its numbers.
 * dependency-cruiser reads TypeScript up to 6 through the compiler's own interface, which TypeScript 7 no longer has, so it parses with swc.
 */
const SLICES = "access desk programme registry ledger event news contest voice indicator report portal".split(" ");
const anySlice = `(${SLICES.join("|")})`;

/**
 * Parts of a contract in files of their own: `views` what a reader is shown, `permissions` who may do what, `edition` how its lines are named, `messages` its findings in words, `consolidation`
 * the one computation of its sums; the table of an association's fields; and the folders whose pure rules a page runs while a person types or draws: checks and edits of a draft, geometry.
 */
const CONTRACT =
  "(contract|edition|permissions|roles|views[a-z-]*|messages[a-z-]*|consolidation|(check|draft|language|geometry)/[a-z-]+|[a-z-]+/(views|contract)|record/(fields.data|record)|personal/(purposes|incident|duties.data))";
/**
 * Files that may do things: everything else in a slice is pure. `store` and `actions` may be split by noun, as a file,
 * `store-edition`, or as a folder, `trail/store`.
 */
const DOING = "(store[a-z-]*|actions[a-z-]*|api|cli)";
const DOING_FILES = [`^src/${anySlice}/${DOING}\\.ts$`, `^src/${anySlice}/[a-z-]+/${DOING}\\.ts$`];
const DOORS_AND_TABLES = `^src/${anySlice}/(tables|worker|index|testing)\\.ts$`;
/** A `testing` file serves tests alone and may do what they may. */
const TESTS = "(\\.test\\.tsx?|/testing[a-z-]*\\.ts)$";

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const order = SLICES.map((slice, place) =>
  error(
    `3-order-${slice}`,
    `${slice} imports only the slices before it`,
    { path: `^src/${slice}/` },
    { path: `^src/(${SLICES.slice(place + 1).join("|") || "nothing-comes-after"})/` },
  ),
);

const forbidden = [
  // 1. `kernel/` imports nothing of ours.
  error(
    "1-kernel",
    "kernel imports nothing of ours",
    { path: "^src/kernel/" },
    { path: "^(src|web|tools|tests)/", pathNot: "^src/kernel/" },
  ),

  // 2. `platform/` and `office/` import only kernel and each other.
  error(
    "2-platform-office",
    "platform and office import only kernel and each other",
    { path: "^src/(platform|office)/" },
    { path: "^(src|web|tools|tests)/", pathNot: "^src/(kernel|platform|office)/" },
  ),

  // 3. A slice imports only earlier ones.
  ...order,

  // 4. Another slice is entered only through its `contract.ts` or `index.ts`; in tests also through `testing.ts`.
  error(
    "4-door",
    "another slice is entered through its contract or its index",
    { path: `^src/${anySlice}/`, pathNot: TESTS },
    { path: `^src/${anySlice}/`, pathNot: ["^src/$1/", `^src/${anySlice}/(${CONTRACT}|index)\\.ts$`] },
  ),
  error(
    "4-door-tests",
    "in a test another slice is entered through its contract, its index or its testing",
    { path: `^src/${anySlice}/.*${TESTS}` },
    { path: `^src/${anySlice}/`, pathNot: ["^src/$1/", `^src/${anySlice}/(${CONTRACT}|index|testing[a-z-]*)\\.ts$`] },
  ),

  // 5. Pure files import no `platform/`, no `node:*`, no `store`, `actions`, `api`, `cli` or `index`.
  error(
    "5-pure",
    "a pure file does nothing but reckon: SQL belongs into store, deeds into actions",
    { path: `^src/${anySlice}/`, pathNot: [TESTS, ...DOING_FILES, DOORS_AND_TABLES] },
    { path: ["^src/platform/", ...DOING_FILES, `^src/${anySlice}/index\\.ts$`] },
  ),
  error(
    "5-pure-node",
    "a pure file touches neither files nor the network",
    { path: `^src/(kernel|${SLICES.join("|")})/`, pathNot: [TESTS, ...DOING_FILES, DOORS_AND_TABLES] },
    { dependencyTypes: ["core"] },
  ),

  // 6. `web/` components import only contracts, kernel and `web/ui`, and of a slice's door only its types.
  error(
    "6-web-values",
    "web brings into its build nothing of src but contracts and kernel",
    { path: "^web/", pathNot: TESTS },
    {
      path: "^src/",
      pathNot: ["^src/kernel/", `^src/${anySlice}/${CONTRACT}\\.ts$`],
      dependencyTypesNot: ["type-only"],
    },
  ),
  error(
    "6-web-types",
    "web knows a slice by its contract and the types of its door",
    { path: "^web/", pathNot: TESTS },
    { path: "^src/", pathNot: ["^src/(kernel|platform)/", `^src/${anySlice}/(${CONTRACT}|index)\\.ts$`] },
  ),
  error("6-web-ui", "web/ui knows no slice", { path: "^web/ui/" }, { path: `^(web/(?!ui/)|src/${anySlice}/)` }),
  error(
    "6-web-slices",
    "web slices meet only in web/app and web/ui",
    { path: "^web/([^/]+)/", pathNot: "^web/(app|ui)/" },
    { path: "^web/", pathNot: ["^web/$1/", "^web/(app|ui)/"] },
  ),
  error("6-src-web", "the server's modules import nothing of web", { path: "^src/" }, { path: "^web/" }),

  // 7. No cycles. Nobody imports `main.ts` or `cli.ts`.
  error("7-no-cycles", "no cycles", {}, { circular: true }),
  error("7-roots", "nobody imports the composition roots", {}, { path: "^src/(main|cli)\\.ts$" }),

  // A name that leads nowhere would hide a broken rule.
  error(
    "8-resolvable",
    "every import leads somewhere",
    { path: "^(src|web|tools|tests)/" },
    { couldNotResolve: true, pathNot: "^(virtual:|\\./\\+types/)" },
  ),
];

export default {
  forbidden,
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
