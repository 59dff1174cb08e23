import { Argument, Command } from "commander";
import type { Io } from "../io.ts";

const shells = ["bash", "zsh", "fish", "powershell"] as const;

const installation = `
À charger à chaque ouverture d'un terminal :
  bash         echo 'eval "$(cpro completion bash)"' >> ~/.bashrc
  zsh          echo 'source <(cpro completion zsh)' >> ~/.zshrc        après compinit
  fish         cpro completion fish > ~/.config/fish/completions/cpro.fish
  powershell   cpro completion powershell | Out-String | Invoke-Expression     dans le fichier $PROFILE`;

export function completionCommand(io: Io): Command {
  return new Command("completion")
    .description("imprime le script qui fait compléter les commandes, options et fichiers par la touche Tab")
    .addArgument(new Argument("<interpréteur>", "le programme qui lit vos commandes").choices(shells))
    .addHelpText("after", installation)
    .action(async (shell: (typeof shells)[number], _options: unknown, command: Command) => {
      const { describeProgram } = await import("./describe-program.ts");
      const { renderers } = await import("../render/completion/index.ts");
      io.data(renderers[shell](await describeProgram(command)));
    });
}
