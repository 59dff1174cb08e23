import { lectures, type NomLecture } from "../../funding/index.ts";
import { style } from "../terminal/style.ts";
import { articles } from "./step.ts";

/** A reading in full: what it decides where the texts leave room, and the source of each choice. */
export function lectureText(nom: NomLecture): string {
  const { titre, ...choix } = lectures[nom];
  const lines = Object.values(choix).map(({ texte, references }) => `  - ${texte} ${style.dim(articles(references))}`);
  return [`Lecture des textes : ${titre} (${nom})`, ...lines].join("\n");
}
