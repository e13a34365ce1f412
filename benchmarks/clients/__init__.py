"""The clients that are compared at run time, each behind the same few functions; see `worker`.

* `decoder()`: of the bytes of an answer, its records
* `encoder()`: of a list of properties, the bytes of the request, models built on the way
* `batch(url)`: of a list of properties, the records that creating them gave
* `get(url)`: of nothing, one record, by the attributes that a user would write
* `facts(record)`: its id, its subject and the year of its making

They run in environments that may have nothing else, so that each imports what it measures when called.
"""
