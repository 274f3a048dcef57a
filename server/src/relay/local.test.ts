import { createLocalRelay } from './local.ts';
import { relayContract } from './relay.contract.ts';

relayContract('local', async () => createLocalRelay());
