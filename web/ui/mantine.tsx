import { createTheme, MantineProvider, type VariantColorsResolver } from "@mantine/core";
import type { ReactNode } from "react";

/** Buttons take their colours from the tokens: filled for the page's one main action, outlined for the others. */
const resolveColours: VariantColorsResolver = ({ variant }) =>
  variant === "filled"
    ? {
        background: "var(--green)",
        hover: "var(--green-deep)",
        color: "var(--on-green)",
        border: "1px solid transparent",
      }
    : {
        background: "transparent",
        hover: "var(--green-tint)",
        color: "var(--green)",
        border: "1px solid var(--green)",
      };

const theme = createTheme({
  fontFamily: "var(--font)",
  defaultRadius: "var(--r-1)",
  focusRing: "never",
  variantColorResolver: resolveColours,
});

/** The tokens follow the reader's light or dark by themselves, so Mantine needs one scheme only. */
const variables = {
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-error": "var(--red)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-default": "var(--paper)",
  "--mantine-color-default-hover": "var(--green-tint)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-primary-color-filled": "var(--green)",
  "--mantine-primary-color-contrast": "var(--on-green)",
};

/** Mantine for the signed-in pages, in the look of the public ones. */
export function Mantine({ nonce, children }: { readonly nonce: string | undefined; readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      cssVariablesResolver={() => ({ variables, light: variables, dark: variables })}
      {...(nonce && { getStyleNonce: () => nonce })}
    >
      {children}
    </MantineProvider>
  );
}
