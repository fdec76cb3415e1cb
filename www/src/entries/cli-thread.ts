/** A thread of the command, without what it never needs: its start is a part of each long table's time. */
import { serve } from "../cli/threads.js";

serve();
