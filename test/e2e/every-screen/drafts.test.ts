import { PARTS } from '../screens/all-screens.js'
import { lookAtScreens } from '../screens/look-at-screens.js'

lookAtScreens('drafts', PARTS.drafts)
