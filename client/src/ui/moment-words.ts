/** A moment as this device's clock shows it: hours and minutes of today, with the day before them for other days. */
export function momentWords(at: number, now = Date.now()): string {
	const moment = new Date(at);
	const two = (value: number): string => String(value).padStart(2, '0');
	const clock = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
	const isToday = new Date(now).toDateString() === moment.toDateString();
	return isToday ? clock : `${moment.getMonth() + 1}/${moment.getDate()} ${clock}`;
}
