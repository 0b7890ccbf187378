"""Whom 113, 114 and 115 send: three pictures that cannot be taken for one another. See docs/pictures.md."""
from kit import *
from answers import N, dg
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
