/** The Luhn digit that completes a string of digits. */
function luhnDigit(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}

/** A SIRET with right keys that no register bears: SIREN in 999, numbered from 0 to 99 999; establishments from 1. */
export function inventSiret(number, etablissement = 1) {
  const racine = `999${String(number).padStart(5, "0")}`;
  const siren = racine + luhnDigit(racine);
  const sansCle = siren + String(etablissement).padStart(4, "0");
  return sansCle + luhnDigit(sansCle);
}
