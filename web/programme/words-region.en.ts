import type { Translation } from "../ui/text.ts";
import type { regionRu } from "./words-region.ru.ts";

export const regionEn: Translation<typeof regionRu> = {
  regionTitle: "{{name}}: programmes of the districts",
  regionHead: "The districts’ programmes side by side",
  regionLead: "The published programmes of the region’s districts. Every figure leads to the district’s own pages.",
  regionPublished: "districts have published a programme",
  regionSum: "{{unit}}, {{period}}",
  regionAll: "over all years",
  regionPeriods: "Period",
  regionMoneyYear: "Money, activities and findings: {{year}}",
  regionMoneyAll: "Money, activities and findings over all years of the programmes",
  regionUnit: "Money, {{unit}}; a dash: the programme does not cover the year",
  regionDistrict: "District",
  regionYears: "Years",
  regionEdition: "Edition",
  regionNone: "no programme published",
  regionDemonstration: "demonstration data",
  regionFindings: "Findings",
  regionErrors: "Findings: errors",
  regionWarnings: "Findings: warnings",
  regionActivities: "Activities",
  regionIndicators: "Indicators",
  regionTotal: "Total",
  regionEmpty: "There are no districts yet. The server’s administrator attaches them.",
  regionOwn: "The region’s own programmes",
  regionYearMissing: "No programme covers that year.",
};
