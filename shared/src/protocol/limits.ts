/** Every limit of the wire in one place; sizes in bytes, times in ms. */
export const limits = {
	/** The largest WebSocket frame the server reads. */
	maxFrameBytes: 4 * 1024 * 1024,
	/** Sync messages per second per connection, and how many may come at once. */
	syncMessagesPerSecond: 60,
	syncMessageBurst: 300,
	/** Bytes per second per connection, and how many may come at once. */
	bytesPerSecond: 512 * 1024,
	byteBurst: 8 * 1024 * 1024,
	/** Presence messages per second per connection, and the burst. */
	presencePerSecond: 40,
	presenceBurst: 80,
	maxPresenceBytes: 2048,
	/** Commands of leading per second per connection, and the burst; each one is a write to disk. */
	leadsPerSecond: 4,
	leadBurst: 20,
	maxLeadBytes: 32 * 1024,
	/** How long みんなを呼ぶ outlives the last of those who lead at a board. */
	callOutlivesMs: 60_000,
	/** How much a connection may queue while its board loads. */
	maxQueuedMessages: 256,
	maxQueuedBytes: 4 * 1024 * 1024,
	/** Unsent bytes at which a reader is held to be too slow, and how long it may stay so. */
	maxBufferedBytes: 8 * 1024 * 1024,
	slowReaderMs: 8000,
	/** Entries of one board, trashed ones included. */
	maxCards: 12_000,
	maxLinks: 20_000,
	maxRecords: 5_000,
	/** A clock beyond this in an update is an attack, not a long afternoon. */
	maxClock: 2 ** 31,
	/** One full state per socket per so many ms. */
	fullSyncIntervalMs: 5000,
	presenceTickMs: 50,
	broadcastTickMs: 16,
	keepAliveMs: 12_000,
	pingMs: 20_000,
	idleUnloadMs: 60_000,
	shutdownMs: 10_000,
	maxConnectionsPerBoard: 400,
	/** Tabs one person may have open; a table must stay open to the others. */
	maxConnectionsPerParticipant: 32,
	/** Connections of one participant per minute that may end by an offence before coming back is put off. */
	offencesPerMinute: 10,
	/** A board beyond this takes nothing new; the fullest honest one has a tenth. */
	maxBoardBytes: 16 * 1024 * 1024,
	/** A state vector beyond this would name more screens than ever wrote on one board. */
	maxStateVectorBytes: 256 * 1024,
	/** Screens one presence message may speak of. */
	maxPresenceEntries: 1000,
	maxImportBytes: 8 * 1024 * 1024,
	/** One photo, and how many a board may have. */
	maxPhotoBytes: 3 * 1024 * 1024,
	maxPhotosPerBoard: 60,
	/** Wrong join codes per address per minute. */
	codeGuessesPerMinute: 10
} as const;
