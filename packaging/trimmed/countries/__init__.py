"""In a built program this stands for `holidays.countries`, which would import the holidays of every country at the first."""
