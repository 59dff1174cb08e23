import { directStyle as style } from "../render/terminal/style.ts";

const touches = (...paires: (readonly [touche: string, effet: string])[]): string =>
  paires.map(([touche, effet]) => `${style.bold(touche)} ${style.dim(effet)}`).join(style.dim(" · "));

const retour = ["Échap", "revenir"] as const;

/** inquirer's own words in French, and colours that NO_COLOR takes away: its defaults look neither at it nor at the terminal. */
const commun = {
  prefix: { idle: style.blue("?"), done: style.green("✓") },
  spinner: { interval: 80, frames: [style.yellow("…")] },
  style: {
    answer: (text: string) => style.cyan(text),
    message: (text: string) => style.bold(text),
    error: (text: string) => style.red(`> ${text}`),
    defaultAnswer: (text: string) => style.dim(`(${text})`),
    help: (text: string) => style.dim(text),
    highlight: (text: string) => style.cyan(text),
    description: (text: string) => style.cyan(text),
    searchTerm: (text: string) => style.cyan(text),
    disabled: (text: string) => style.dim(text),
    key: (text: string) => style.bold(text),
  },
};

export const themes = {
  input: commun,
  confirm: {
    ...commun,
    keywords: { yes: "Oui", no: "Non", error: () => "Répondez par oui ou par non." },
    style: { ...commun.style, confirmDefault: (text: string) => text.toUpperCase() },
  },
  select: {
    ...commun,
    icon: { cursor: "❯" },
    style: { ...commun.style, keysHelpTip: () => touches(["↑↓", "choisir"], ["Entrée", "valider"], retour) },
  },
  search: {
    ...commun,
    icon: { cursor: "❯" },
    style: {
      ...commun.style,
      keysHelpTip: () => touches(["quelques lettres", "chercher"], ["↑↓", "choisir"], ["Entrée", "valider"], retour),
    },
  },
  checkbox: {
    ...commun,
    icon: { checked: style.green("◉"), unchecked: "◯", cursor: "❯" },
    style: {
      ...commun.style,
      keysHelpTip: () => touches(["Espace", "cocher"], ["↑↓", "parcourir"], ["Entrée", "valider"], retour),
      renderSelectedChoices: (choisis: readonly { short: string }[]) =>
        choisis.length === 0 ? "rien de plus" : choisis.map(({ short }) => short).join(", "),
    },
  },
};
