"""APScheduler wakes the ticker; what is due is data in the database. Nothing is planned in memory."""
