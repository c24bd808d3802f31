/** `olshem lock`: records the hashes of newly published versions and their data. */
import { Command } from 'commander'

import { openCatalogue, type Catalogue } from '../catalogue/catalogue.js'
import { hashExampleData } from '../catalogue/example-data.js'
import { loadEntry, type Entry } from '../catalogue/load-entry.js'
import { writeLock, type Lock } from '../catalogue/lock.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { problemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import type { ProgramOptions, Setting } from './setting.js'
