/** Whether the digits of a card number pass the Luhn check (ISO/IEC 7812-1) and begin like a card of a large network. */
export function isCardNumber(text: string): boolean {
  const number = text.replace(/[ -]/g, '');
  if (!/^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14})$/.test(number))
    return false;
  if (/^(\d)\1+$/.test(number)) return false;
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = number.charCodeAt(number.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether the check digits of an international bank account number fit (ISO 13616: mod 97 is 1). Spaces are ignored. */
export function isIban(text: string): boolean {
  const account = text.replace(/ /g, '');
  if (account.length < 15 || account.length > 34) return false;
  let remainder = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
