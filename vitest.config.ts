import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take a minute: begun last, one of them would keep one core busy while the other waits. */
const long = [
  "attaques/releves",
  "export/refus",
  "disclosure/publication-arrondi",
  "attaques/guide",
  "docs/readme",
  "docs/contributions",
  "import/corpus",
  "disclosure/publication",
  "progress/navigateur",
  "workflows/chaine",
  "cli/regroupement",
  "dashboard/page",
  "dashboard/comptes",
  "disclosure/categories",
  "disclosure/attaque-porteur",
  "disclosure/fichier-jumeaux",
  "disclosure/fichier-domaines",
  "attaques/inites",
  "validate/hostile",
  "import/coupure",
  "import/aller-retour",
  "export/egalite",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A limit ends what hangs, and says nothing of speed: a shared machine may give a third of itself, and the README's commands, the
    // office suite and the attacks take minutes then.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 180_000 } },
    // Every core: vitest keeps one for itself, which on two cores is half of them.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    env: { NO_COLOR: "1" },
  },
});
