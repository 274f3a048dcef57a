/** What a practice is known by instead of a board of a server, whose ids are longer. */
export const practiceId = 'practice';
