import sys, asyncio, json, time
from collections import Counter
from tests.conformance.autorest import *
packages=[p for p in generate_all(documents()) if not p.refused]
for p in packages: sys.path.insert(0,p.folder)
t=time.time()
def met(r): return {(c,n) for c in r for n,v in r[c].items() if v>0}
with AutoRestServer() as s:
    failures=run_sync(s,packages,derived); a=met(s.report())
print('sync',len(a),len(failures),time.time()-t)
with AutoRestServer() as s:
    fa=asyncio.run(run_asynchronously(s,packages,derived)); b=met(s.report()); full=s.report()
print('async',len(b),len(fa),a^b,time.time()-t)
print(Counter(c for c,n in a), sum(map(len,full.values())))
json.dump(failures,open('/tmp/conf/failures.json','w'),indent=0)
json.dump([[c,n] for c in full for n in full[c] if (c,n) not in a],open('/tmp/conf/missed.json','w'))
