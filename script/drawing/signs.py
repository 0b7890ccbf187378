"""A sign of our own for each application, which stands in the drawn phone in place of its logo. See docs/pictures.md."""
import math
from kit import *
from answers import bub,state,simcard,qr,handset
from guides import bank,umbrella,tower,bus
from services import OPERATORS,letters
Sg={}
def plate(f,c): return R(6,6,148,148,36,f)+c
def gear(x,y,r,f='steel'):
    p=[]
    for i in range(8):
        for a,q in((-.16,.76),(-.11,1),(.11,1),(.16,.76)):
            t=i*math.pi/4+a*math.pi/2*1.5
            p.append(f'{x+r*q*math.cos(t):.1f},{y+r*q*math.sin(t):.1f}')
    return P('M'+' L'.join(p)+'Z',f)+E(x,y,r*.34,r*.34,'white')
def down(x,y,s=1,f='none'):
    return P(f'M{x},{y-22*s} V{y+18*s} M{x-18*s},{y+2*s} L{x},{y+20*s} L{x+18*s},{y+2*s}','none',W*1.7*s,'ink')
Sg['vneid']=plate('sky',shield(80,78,1.3,'red'))
Sg['vssid']=plate('leaf',umbrella(80,72,.98,'blue'))
Sg['ihanoi']=plate('sun',tower(80,132,1.0))
Sg['portal']=plate('white',state(80,142,.98))
Sg['app-store']=plate('pink',P('M58,60 C58,26 102,26 102,60','none',W*1.4)+P('M38,56 H122 L130,132 H30Z','white')+down(80,98,.98))
Sg['ch-play']=plate('white',R(34,66,92,66,4,'leaf')+''.join(P(f'M{26+i*27},34 h27 v30 q-13.5,15 -27,0Z',('sun','white')[i%2]) for i in range(4))+down(80,104,.82))
Sg['settings']=plate('case',gear(80,80,54,'steel'))
Sg['wifi']=plate('white',P('M30,76 Q80,26 130,76 M48,96 Q80,64 112,96','none',13)+E(80,118,12,12,'blue'))
Sg['camera']=plate('case',R(28,54,104,74,12,'steel')+P('M58,54 L66,38 H94 L102,54Z','steel')+E(80,91,26,26,'white')+E(80,91,13,13,'sky'))
Sg['qr']=plate('white',G(36,36,qr(4,4,False),1.38))
Sg['messages']=plate('leaf',bub(34,38,92,62,'white',52,124)+''.join(E(x,69,6,6,'ink',0) for x in(60,80,100)))
Sg['bank']=plate('white',bank(80,138,1.22,f='sun'))
Sg['calls']=plate('moss',handset(80,88,1.2,-30,'white'))
Sg['bus']=plate('white',bus(20,122,.98,'leaf'))
for name,f,d,ink in OPERATORS: Sg[f'sim-{name}']=plate(f,letters(d,44,34,1.12,10,ink)+R(42,92,76,38,8,'white')+simcard(60,111,.34)+P('M84,104 H108 M84,118 H100','none',W*.85,'steel'))
Sg['tax']=plate('white',R(38,26,84,108,6,'case')+P('M52,52 H108 M52,72 H108 M52,92 H84','none',W*1.1)+E(104,108,24,24,'sun')+P('M94,108 H114 M104,98 V118','none',W))
Sg['toll-vetc']=plate('leaf',R(24,58,40,76,5,'steel')+P('M64,76 H140','none',14,'red')+P('M72,76 H88 M104,76 H120','none',8,'white'))
Sg['toll-epass']=plate('sky',R(24,58,40,76,5,'steel')+P('M60,66 L132,30','none',14,'blue')+P('M72,60 L86,53 M102,45 L116,38','none',8,'white'))
Sg['traffic']=plate('case',R(56,18,48,124,14,'hair')+E(80,44,15,15,'red',W*.8)+E(80,80,15,15,'sun',W*.8)+E(80,116,15,15,'leaf',W*.8))
Sg['chat']=plate('sky',bub(22,34,92,66,'white',40,124)+R(46,50,44,34,7,'leaf')+P('M90,62 L106,54 V80 L90,72Z','leaf')+E(122,118,19,19,'moss')+P('M113,118 L120,125 L132,110','none',W*1.2,'eye'))
Sg['photos']=plate('white',R(30,36,100,88,12,'sky')+E(58,62,12,12,'sun')+P('M30,118 L66,78 L88,100 L104,84 L130,112 V112 Q130,124 118,124 H42 Q30,124 30,118Z','leaf'))
