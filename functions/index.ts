// What is deployed: `--target` picks one of the registered names.
import { readConfig } from './config';
import { leaveAllBodiesUnparsed } from './http/raw-body';
import { registerFunctions } from './register';
import { wire } from './wire';

leaveAllBodiesUnparsed();
registerFunctions(() => wire(readConfig(process.env)));
