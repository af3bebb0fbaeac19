import { loadPublicActuals, PublicFacts } from "../indicator/public-actuals.tsx";

/** What the slice of indicators shows on the programme's public page of one. */
export const indicatorSection = { load: loadPublicActuals, Show: PublicFacts };
