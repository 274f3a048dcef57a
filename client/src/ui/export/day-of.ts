/** The local day as `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
