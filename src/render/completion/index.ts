import type { CommandSheet } from "../../sheets/manual.ts";
import { renderBash } from "./bash.ts";
import { renderFish } from "./fish.ts";
import { renderPowershell } from "./powershell.ts";
import { renderZsh } from "./zsh.ts";

/** The script that each shell loads. */
export const renderers = { bash: renderBash, zsh: renderZsh, fish: renderFish, powershell: renderPowershell } satisfies Record<
  string,
  (root: CommandSheet) => string
>;
