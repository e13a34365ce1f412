"""Read many records from the stand-in server into Parquet files, with hubspot-crm and by hand."""
