/** All that browsers help with, in one module. */
import { followConditions } from '#fields/live-conditions.ts'
import { enhance } from '#ui/browser/main.ts'

enhance({ conditions: followConditions })
