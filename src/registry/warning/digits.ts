/** «Контрольное число» of a legal person's ИНН (order ММВ-7-6/435@ of the tax service of 29.06.2012): ten digits. */
export function isInn(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (sum % 11) % 10 === Number(digits[9]);
}

/** Of an ОГРН (order 165н of the ministry of finance of 30.10.2017): the first twelve digits modulo 11. */
export function isOgrn(digits: string): boolean {
  return /^\d{13}$/.test(digits) && (Number(digits.slice(0, 12)) % 11) % 10 === Number(digits[12]);
}
