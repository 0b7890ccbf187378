"""Whom 113, 114 and 115 send: three pictures that cannot be taken for one another; and the dangers. See docs/pictures.md."""
from kit import *
from answers import N, dg, waves
def wheel(x,y,r=14,k=W): return E(x,y,r,r,'hair',k)+E(x,y,r*.32,r*.32,'grey',0)
def policecar(x,y,s=1):
    k=W/s
    return G(x,y,R(40,-82,34,13,5,'red',k)+P('M0,-12 V-34 Q0,-42 10,-44 L24,-47 L40,-66 Q43,-69 48,-69 H80 Q86,-69 90,-65 L104,-47 L116,-43 Q122,-41 122,-34 V-12Z','white',k)+P('M33,-47 L44,-61 H57 V-47Z M64,-47 V-61 H80 L92,-47Z','sky',k*.8)+R(1,-36,120,11,0,'olive',0)+star(61,-30,8,'sun',k*.6)+wheel(28,-11,14,k)+wheel(94,-11,14,k),s)
def firetruck(x,y,s=1):
    k=W/s
    return G(x,y,limb('M2,-74 L76,-92',11,'steel',k)+P('M14,-77 l3,8 M32,-81 l3,8 M50,-86 l3,8','none',k*.7)+R(94,-84,22,13,5,'sun',k)+P('M0,-12 V-58 Q0,-64 6,-64 H84 V-66 Q84,-71 90,-71 H122 Q130,-71 133,-64 L142,-40 Q144,-36 144,-30 V-12Z','red',k)+P('M94,-60 H120 L128,-42 H94Z','sky',k*.9)+R(1,-32,142,9,0,'white',0)+R(10,-56,30,18,3,'case',k*.8)+R(48,-56,28,18,3,'case',k*.8)+wheel(30,-11,14,k)+wheel(112,-11,14,k),s)
def stretcher(x,y,s=1):
    k=W/s
    return G(x,y,P('M10,-22 L54,0 M54,-22 L10,0','none',k*1.1,'ink')+R(-6,-32,78,11,5,'steel',k)+P('M20,-32 C20,-50 62,-50 68,-32Z','sky',k)+E(8,-41,11,11,'skin',k)+P('M3,-43 q4,-4 8,0','none',k*.6)+E(10,2,6,6,'hair',k*.8)+E(54,2,6,6,'hair',k*.8),s)
# The number is what somebody must dial: it is the largest thing in its picture.
N['call-113']=dg('113',20,7,58,9)+person('police',30,103,.62)+policecar(54,155,.84)+P('M4,156 H156','none')
N['call-114']=dg('114',20,7,58,9)+flame(28,154,.66)+firetruck(44,155,.78)+P('M4,156 H156','none')
N['call-115']=dg('115',20,7,58,9)+ambulance(76,153,.72)+stretcher(10,153,.82)+P('M4,156 H156','none')
# ---- what has happened
def drop(x,y,s=1): return G(x,y,P('M0,-16 C9,-2 12,4 12,8 C12,18 -12,18 -12,8 C-12,4 -9,-2 0,-16Z','red',W*.8/s),s)
def arm(y=62,w=38): return limb(f'M-14,{y} H96',w,'skin')+hand(112,y,24,rot=84)
def bottle(x,y,s=1,f='leaf'):
    k=W/s
    return G(x,y,R(-10,-66,20,16,4,'steel',k)+P('M-9,-50 H9 V-42 Q22,-38 22,-26 V26 Q22,32 16,32 H-16 Q-22,32 -22,26 V-26 Q-22,-38 -9,-42Z',f,k)+R(-22,-20,44,32,0,'white',k*.8)+P('M-9,-13 L9,5 M9,-13 L-9,5','none',k*1.3,'red'),s)
def gasbottle(x,y,s=1):
    k=W/s
    return G(x,y,R(-40,-58,80,96,26,'steel',k)+P('M-40,-14 H40 M-40,10 H40','none',k*.8)+R(-30,38,60,10,3,'grey',k)+R(-12,-78,24,22,3,'grey',k)+limb('M-18,-86 H18',9,'red',k),s)
def puffs(x,y): return ''.join(P(f'M{x},{y+i*18} q9,-12 18,0 t18,0 t18,0','none',W*1.1,'moss') for i in range(3))
N['chokes']=person('man',80,68,1.04,'worry')+E(80,112,8,8,'tan')+limb('M30,164 Q34,140 60,122',18,'moss')+hand(62,120,12,rot=44)+limb('M130,164 Q126,140 100,122',18,'moss')+G(98,120,hand(0,0,12,rot=44),1)
N['bleeds']=arm(58)+P('M42,50 Q58,44 74,52 Q60,62 42,50Z','red')+drop(50,98,1.05)+drop(76,122,1.25)+drop(42,138,.9)
N['swallowed']=person('child',50,78,.96,'ill')+bottle(122,112,1.15)+''.join(E(x,y,7,4.5,'white',W*.7) for x,y in((92,150),(98,134)))
N['gas-smell']=gasbottle(58,104,1.02)+puffs(92,22)
N['walks-off']=house(38,140,.86,'white','rose')+P('M66,148 H80','none',W,'ink','stroke-dasharray="2 9"')+person('woman',94,76,.86,'worry',4)+person('child',136,112,.6,'worry',3)
N['object-in-wound']=arm(96)+P('M48,88 Q62,80 78,90 Q62,100 48,88Z','red')+G(64,86,P('M-7,0 L-5,-44 H5 L7,0Z','steel')+R(-8,-74,16,32,5,'brown'),1,14)
N['cloth-on-cloth']=arm(112)+R(30,74,66,26,6,'white')+E(62,92,16,7,'red',0)+R(24,44,78,26,6,'white')+P('M63,8 V26','none',W*1.6)+P('M52,22 L63,36 L74,22Z','sun')
