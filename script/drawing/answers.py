"""One picture for each answer; see docs/pictures.md."""
import math,re
from kit import *
N={}
D={'0':'M10,2 C-2,2 -2,34 10,34 C22,34 22,2 10,2Z','1':'M3,9 L12,2 V34','2':'M1,10 C3,-1 20,0 18,12 C16,20 6,26 1,34 H19','3':'M2,5 C10,-2 20,3 17,11 C15,16 10,16 8,16 C18,16 21,24 17,30 C12,36 3,34 1,29','4':'M14,34 V2 L0,24 H20','5':'M17,2 H4 L2,16 C10,11 19,14 19,23 C19,35 5,37 1,30','6':'M16,3 C4,6 1,18 1,24 C1,37 19,37 19,25 C19,13 4,14 1,24','7':'M1,2 H19 L7,34','8':'M10,17 C-1,14 0,2 10,2 C20,2 21,14 10,17 C-3,20 -1,34 10,34 C21,34 23,20 10,17Z','9':'M4,33 C16,30 19,18 19,12 C19,-1 1,-1 1,11 C1,23 16,22 19,12'}
def dg(t,x,y,h=44,k=None,s='ink'):
    z=h/36; w=27*z; o=''
    for i,c in enumerate(t):
        if c=='-': o+=P(f'M{x+i*w+3*z},{y+h/2} h{14*z}','none',k or 7,s)
        else: o+=f'<g transform="translate({x+i*w:.1f} {y}) scale({z:.3f})">'+P(D[c],'none',(k or 7)/z,s)+'</g>'
    return o
def ph(scr='sky',x=38): return phone(x,8,84,144,scr)
def handset(x,y,s=1,r=0,f='red'):
    return G(x,y,P('M-42,8 C-42,-28 42,-28 42,8 L42,14 Q42,21 35,21 L24,21 Q17,21 17,14 L17,5 C9,1 -9,1 -17,5 L-17,14 Q-17,21 -24,21 L-35,21 Q-42,21 -42,14Z',f,W/s),s,r)
def waves(x,y,f=1,s='red'): return P(f'M{x},{y-13} q{9*f},13 0,26 M{x+11*f},{y-24} q{17*f},24 0,48','none',W*1.4,s)
def heart(x,y,s=1): return G(x,y,P('M0,20 C-32,0 -24,-20 -12,-18 Q-3,-17 0,-8 Q3,-17 12,-18 C24,-20 32,0 0,20Z','red',W*.8/s),s)
def young(x,y,s=1,mood='smile',l=0):
    k=W/s
    b=P('M-47,92 C-49,58 -32,46 -12,39 L12,39 C32,46 49,58 47,92Z','sun',k)+P('M-10,20 L-10,42 Q0,50 10,42 L10,20Z','skin',k)+P('M-16,40 C-10,56 10,56 16,40','none',k)
    return G(x,y,b,s)+person('doctor',x,y,s,mood,l,body=False)
def head(kind,x,y,s=1,mood='smile',l=0): return person(kind,x,y,s,mood,l,body=False)
def idcard(x,y,w=136,h=90,f='sky',chip=True,pic=True):
    o=R(x,y,w,h,12,f)
    if pic: o+=R(x+14,y+18,w*.3,h*.62,5,'white',W*.8)+E(x+14+w*.15,y+18+h*.22,w*.07,h*.12,'ink',0)+P(f'M{x+14+w*.05:.1f},{y+18+h*.58:.1f} C{x+14+w*.05:.1f},{y+18+h*.36:.1f} {x+14+w*.25:.1f},{y+18+h*.36:.1f} {x+14+w*.25:.1f},{y+18+h*.58:.1f}Z','ink',0)
    if chip: o+=R(x+w-46,y+16,32,26,5,'sun',W*.8)+P(f'M{x+w-46},{y+29} h32 M{x+w-30},{y+16} v26','none',W*.6)
    o+=P(f'M{x+w*.46:.1f},{y+h*.62:.1f} H{x+w-14} M{x+w*.46:.1f},{y+h*.8:.1f} H{x+w-34}','none',W*.85)
    return o
def qr(x,y,m=True):
    o=R(x-9,y-9,78,78,8,'white') if m else ''
    for a,b in((0,0),(37,0),(0,37)): o+=R(x+a+2.5,y+b+2.5,18,18,2,'white',W)+R(x+a+8,y+b+8,7,7,1,'ink',0)
    for a,b in((37,37),(50,39),(44,50),(53,53),(27,28),(28,8),(6,27),(29,48)): o+=R(x+a,y+b,7.5,7.5,1,'ink',0)
    return o
def bub(x,y,w,h,f='white',tx=None,ty=None,k=W,x2=''):
    tx=x+w*.3 if tx is None else tx; ty=y+h+16 if ty is None else ty; r=10
    return P(f'M{x+r},{y} H{x+w-r} Q{x+w},{y} {x+w},{y+r} V{y+h-r} Q{x+w},{y+h} {x+w-r},{y+h} H{x+w*.55:.1f} L{tx},{ty} L{x+w*.28:.1f},{y+h} H{x+r} Q{x},{y+h} {x},{y+h-r} V{y+r} Q{x},{y} {x+r},{y}Z',f,k,'ink',x2)
def dots(x,y,n,g,r=5): return ''.join(E(x+i*g,y,r,r,'ink',0) for i in range(n))
def bank(x,y,s=1,coinp=True,f='white'):
    k=W/s
    return G(x,y,R(-48,-12,96,12,3,'tan',k)+''.join(R(i-7,-52,14,40,2,f,k) for i in(-34,0,34))+P('M-54,-52 L0,-90 L54,-52Z','rose',k)+(E(0,-64,9,9,'sun',k*.7) if coinp else ''),s)
def state(x,y,s=1):
    k=W/s
    return G(x,y,P('M0,-72 V-112','none',k)+P('M0,-112 H36 V-88 H0Z','red',k)+star(18,-100,8.5,'sun')+R(-48,-50,96,50,3,'white',k)+P('M-56,-48 L-30,-72 H30 L56,-48Z','tan',k)+R(-11,-30,22,30,2,'brown',k)+R(-38,-36,16,18,2,'sky',k*.8)+R(22,-36,16,18,2,'sky',k*.8),s)
def clock(x,y,r=40,f='white',a='M0,0 V-24 M0,0 L16,10'):
    return E(x,y,r,r,f)+G(x,y,P(f'M0,{-r+9} v3 M0,{r-12} v3 M{-r+9},0 h3 M{r-12},0 h3','none',W*.9)+P(a,'none',W*1.2),1)
def cal(x,y,w,h,on,cols=5,rows=3,f='sun'):
    o=R(x,y,w,h,8,'white')+P(f'M{x},{y+24} V{y+8} Q{x},{y} {x+8},{y} H{x+w-8} Q{x+w},{y} {x+w},{y+8} V{y+24}Z','red')+P(f'M{x+w*.27:.1f},{y-7} v14 M{x+w*.73:.1f},{y-7} v14','none',W*1.3)
    gx=(w-16)/cols; gy=(h-36)/rows
    for j in range(rows):
        for i in range(cols):
            o+=R(round(x+8+i*gx+2.5,1),round(y+31+j*gy+2,1),round(gx-5,1),round(gy-5,1),2,f if j*cols+i in on else 'case',W*.7 if j*cols+i in on else 0)
    return o
def pencil(x,y,r=38,s=1): return f'<g transform="translate({x} {y}) rotate({r}) scale({s})">'+R(-8,-52,16,66,3,'sun',W/s)+P('M-8,14 L0,32 L8,14Z','skin',W/s)+'</g>'
def stamp(x,y,r=18): return E(x,y,r,r,'white',W*.9,'red')+star(x,y,r*.58,'red')
def plus(x,y,r=24): return E(x,y,r,r,'moss')+P(f'M{x-r*.5},{y} h{r} M{x},{y-r*.5} v{r}','none',W*1.6,'eye')
def ticket(x,y,r=0,t='8',f='sun'):
    return G(x,y,P('M-26,-40 H26 V-8 Q16,0 26,8 V40 H-26 V8 Q-16,0 -26,-8Z',f)+dg(t,-10 if len(t)==1 else -24,-30,36,6.5)+P('M-12,20 H12 M-12,30 H4','none',W*.8),1,r)
def suitcase(x,y,s=1):
    k=W/s
    return G(x,y,P('M-16,-58 V-74 H16 V-58','none',k*1.2)+R(-44,-58,88,58,8,'brown',k)+P('M-22,-58 V0 M22,-58 V0','none',k*.9)+R(-8,-36,16,12,3,'sun',k*.8),s)
def gift(x,y,s=1):
    k=W/s
    return G(x,y,R(-48,-58,96,58,4,'pink',k)+R(-54,-78,108,24,5,'red',k)+R(-9,-78,18,78,0,'sun',k)+P('M0,-80 C-40,-84 -44,-116 -22,-114 C-8,-112 -2,-96 0,-80 C2,-96 8,-112 22,-114 C44,-116 40,-84 0,-80Z','sun',k),s)
def mag(x,y,s=1): 
    k=W/s
    return G(x,y,limb('M16,16 L38,38',10,'brown',k)+E(0,0,23,23,'sky',k)+P('M-12,-4 Q-8,-13 2,-13','none',k*.9,'white'),s)
def dashdoc(x,y,w,h): return P(f'M{x},{y} H{x+w-18} L{x+w},{y+18} V{y+h} H{x}Z','none',W,'ink','stroke-dasharray="11 11"')
def fing(x,y,r=0,s=1,f='blue'): # pointing hand, tip at 0,0, hand below
    k=W/s
    return G(x,y,P('M-16,54 V84 H28 V54Z',f,k)+P('M-7,8 C-7,-4 7,-4 7,8 V26 C14,22 30,24 30,34 V46 C30,58 24,62 6,62 C-12,62 -18,54 -20,44 C-22,34 -16,30 -7,34Z','skin',k)+P('M14,28 V38 M22,29 V38','none',k*.7),s,r)
def phhand(x,y,r=0,w=36,h=60,scr='sky'): return G(x,y,phone(-w/2,-h/2,w,h,scr,False),1,r)
def earphone(x,y,r=10): return f'<g transform="translate({x} {y}) rotate({r})">'+R(-10,-26,20,52,6,'ink',W)+R(-7,-20,5,38,2,'sky',0)+'</g>'
def hourglass(x,y,s=1):
    k=W/s
    return G(x,y,P('M-18,-30 H18 V-22 C18,-8 5,-6 5,0 C5,6 18,8 18,22 V30 H-18 V22 C-18,8 -5,6 -5,0 C-5,-6 -18,-8 -18,-22Z','white',k)+P('M-10,-16 H10 C8,-8 3,-6 0,-2 C-3,-6 -8,-8 -10,-16Z M-13,26 C-12,16 -4,14 0,10 C4,14 12,16 13,26Z','sun',0)+P('M-24,-32 H24 M-24,32 H24','none',k*1.5,'brown')+P('M-24,-36 H24 M-24,36 H24','none',k*.01),s)
def mega(x,y,s=1,r=0):
    k=W/s
    return G(x,y,P('M-10,10 L-4,34 Q0,40 8,36 L6,12Z','steel',k)+P('M-26,-12 H0 L36,-32 V32 L0,12 H-26 Q-34,12 -34,0 Q-34,-12 -26,-12Z','rose',k)+P('M0,-12 V12','none',k),s,r)
def cyc(x,y,r=30,w=13,f='sun'):
    return arrow(f'M{x-r},{y+4} A{r},{r} 0 0 1 {x+r*.6:.1f},{y-r*.8:.1f}',f'M{x+r*.3:.1f},{y-r*1.3:.1f} L{x+r*1.05:.1f},{y-r*.45:.1f} L{x+r*.05:.1f},{y-r*.25:.1f}Z',f,w)+arrow(f'M{x+r},{y-4+6} A{r},{r} 0 0 1 {x-r*.6:.1f},{y+r*.8:.1f}',f'M{x-r*.3:.1f},{y+r*1.3:.1f} L{x-r*1.05:.1f},{y+r*.45:.1f} L{x-r*.05:.1f},{y+r*.25:.1f}Z',f,w)
def aUp(x,y,f='sun'): return arrow(f'M{x},{y+30} V{y+14}',f'M{x},{y-8} L{x-18},{y+14} H{x+18}Z',f,14)
def aDn(x,y,f='sun'): return arrow(f'M{x},{y-30} V{y-14}',f'M{x},{y+8} L{x-18},{y-14} H{x+18}Z',f,14)
def aR(x,y,l=26,f='sun'): return arrow(f'M{x-l},{y} H{x-8}',f'M{x+12},{y} L{x-10},{y-18} V{y+18}Z',f,14)
def aL(x,y,l=26,f='sun'): return arrow(f'M{x+l},{y} H{x+8}',f'M{x-12},{y} L{x+10},{y-18} V{y+18}Z',f,14)
def coins(x,y,n,r=22):
    return ''.join(E(x,y-i*10,r,9,'sun') for i in range(n))
# ---- phones, apps, codes
N['qr-on-phone']=ph('white')+qr(50,48,False)
N['card-on-phone']=ph('sky')+R(49,50,62,58,7,'white')+P('M49,66 V57 Q49,50 56,50 H104 Q111,50 111,57 V66Z','leaf')+heart(66,86,.62)+P('M84,82 H102 M84,94 H96','none',W*.85)
N['password']=key(48,48,14,.95)+R(10,90,140,50,12,'white')+dots(34,115,4,22,7)+P('M124,102 V128','none',W*1.2)
N['passcode']=ph('sky')+dots(55,46,6,10,3.9)+''.join(E(60+i*20,72+j*21,7.5,7.5,'white',W*.8) for i in range(3) for j in range(3))
N['keep-code']=person('woman',60,70,1,mood='ok')+limb('M22,154 Q20,138 50,124',20,'rose')+limb('M62,112 L62,84',11,'skin')+E(61,118,14,12,'skin')+P('M64,114 h10 M63,122 h10','none',W*.7)+bub(94,14,62,44,'white',104,74)+dots(109,36,3,16,5.5)+lock(126,116,.8)
N['gave-code']=person('man',50,82,.92,mood='worry')+thief(124,104,.66)+bub(70,8,84,40,'white',78,66)+dg('482',84,16,24,5)
N['pay-shop']=R(18,56,124,96,3,'white')+''.join(P(f'M{10+i*28},22 h28 v30 q-14,16 -28,0Z',('rose','white')[i%2]) for i in range(5))+f'<g transform="translate(28 82) scale(.8)">{qr(6,6)}</g>'+note(116,118,-8,'leaf',60,36)
N['stranger-code']=thief(52,66,1.0)+G(112,110,R(-39,-39,78,78,8,'white')+qr(-30,-30,False),1,6)
N['vneid-app']=ph('sky')+shield(80,82,.98,'red')
N['code-message']=ph('sky')+bub(28,46,104,50,'white',50,116)+dg('385',46,55,32,6)
N['activate']=ph('sky')+shield(80,84,.72,'red')+P('M24,84 H10 M136,84 H150 M28,52 L16,44 M132,52 L144,44 M28,116 L16,124 M132,116 L144,124','none',W*1.3,'ink')
N['new-account']=ph('white')+E(80,62,16,18,'skin')+P('M52,118 C52,88 108,88 108,118Z','blue')+plus(118,122,28)
N['move-phone']=phone(4,30,58,104,'case',False)+phone(98,30,58,104,'sky',False)+shield(33,74,.4,'red',W*.8)+shield(127,74,.4,'red',W*.8)+aR(84,104,18)
N['report-app']=ph('sky')+bub(34,22,66,42,'white',52,82)+P('M47,37 H86 M47,50 H72','none',W*.85,'steel')+mega(112,108,.95,-14)
N['send-message']=phone(8,8,84,144,'sky')+bub(22,42,62,46,'white',34,106)+P('M35,58 H70 M35,72 H58','none',W*.85,'steel')+aR(132,66,34)
N['own-number']=P('M36,10 H98 L128,40 V142 Q128,150 120,150 H36 Q28,150 28,142 V18 Q28,10 36,10Z','white')+R(42,100,40,36,6,'sun')+P('M42,118 H82 M62,100 V136','none',W*.7)+head('woman',76,62,.72)
N['level-1']=ph('sky')+shield(80,62,.66,'red')+E(112,120,34,34,'sun')+dg('1',103,98,44,8)
N['level-2']=person('police',62,78,1.0,mood='smile')+E(124,120,34,34,'sun')+dg('2',112,98,44,8)
N['phone-lost']=person('man',56,72,1,mood='worry')+P('M108,44 H144 Q154,44 154,54 V128 Q154,138 144,138 H108 Q98,138 98,128 V54 Q98,44 108,44Z','none',W,'ink','stroke-dasharray="11 11"')
# ---- cards and papers
N['sheet-printed']=R(44,6,72,60,4,'white')+R(10,48,140,64,14,'sky')+E(130,68,5,5,'leaf',W*.6)+R(34,84,92,14,6,'ink',0)+P('M40,92 H120 V152 H40Z','white')+phone(50,102,24,40,'sky',False,W*.7)+P('M84,110 H110 M84,124 H110 M84,138 H102','none',W*.8,'steel')
N['card-chip']=idcard(8,34,144,96)
N['licence']=R(8,28,144,104,12,'pink')+E(46,106,18,18,'hair')+E(46,106,5,5,'grey',0)+E(116,106,18,18,'hair')+E(116,106,5,5,'grey',0)+P('M46,104 L58,76 H92 L104,62 L100,48 M104,62 L116,104 M62,104 H96 L104,66','none',W*1.5)+P('M50,76 Q52,66 62,66 H86 Q92,66 92,74 L84,98 H62Z','red')+P('M92,46 H106','none',W*1.5)
N['register-stay']=house(58,152,1.05,'white','rose')+doc(88,54,62,84,4,3)+pencil(128,112,36,.72)+P('M6,152 H112','none')
def pin(x,y,s=1): 
    k=W/s
    return G(x,y,P('M0,0 C-26,-30 -34,-44 -34,-60 C-34,-104 34,-104 34,-60 C34,-44 26,-30 0,0Z','red',k)+E(0,-62,13,13,'white',k),s)
N['copy-phone']=ph('sky')+doc(54,42,54,78,0,2)+stamp(90,104,14)
N['copy-paper']=doc(54,8,88,122,5,2)+doc(18,24,88,124,-4,4)+stamp(78,124,20)
N['birth-paper']=doc(26,8,108,144,0,0)+E(76,66,28,27,'skin')+E(66,66,3.2,4,'ink',0)+E(86,66,3.2,4,'ink',0)+P('M68,77 q8,7 16,0','none',W*.8)+P('M74,40 q-2,-12 8,-12 q8,2 4,8','none',W)+E(58,74,5,3.4,'pink',0)+E(94,74,5,3.4,'pink',0)+P('M44,112 H116 M44,130 H96','none',W*.85,'steel')
N['marriage-paper']=doc(26,8,108,144,0,0)+''.join(E(x,64,23,23,'none',12,'ink')+E(x,64,23,23,'none',4,'sun') for x in(62,94))+P('M44,112 H116 M44,130 H96','none',W*.85,'steel')
N['file-done']=doc(20,8,92,140,-3,5)+stamp(56,116,20)+badge(118,108,True,32)
N['file-working']=doc(20,8,92,140,-3,6)+E(114,106,40,40,'sky')+hourglass(114,106,.8)
N['file-returned']=doc(52,8,92,128,3,5)+arrow('M122,132 H64 Q34,132 34,108 V104','M34,72 L12,100 H56Z','red',17)
N['file-late']=doc(14,8,92,140,-3,6)+E(86,76,11,11,'red')+E(140,76,11,11,'red')+P('M92,140 L84,150 M134,140 L142,150','none',W*1.3)+clock(113,110,37,'white','M0,0 V-20 M0,0 L-14,6')
N['paper-new']=doc(26,8,92,140,-3,5)+plus(116,112,32)
N['paper-torn']=P('M14,22 L60,14 L54,38 L66,56 L50,78 L60,100 L48,122 L54,146 L26,150Z','white')+P('M86,8 L128,14 L148,34 L142,144 L82,138 L76,116 L88,94 L76,72 L92,50 L80,30Z','white')+P('M128,14 L126,32 L148,34','sky')+P('M28,50 H46 M30,74 H42 M30,100 H46 M32,124 H42 M100,60 H130 M98,82 H130 M98,104 H126 M96,124 H118','none',W*.85,'steel')
N['for-me']=person('man',52,68,.98,l=3)+R(84,56,70,92,6,'white')+head('man',119,92,.66)+P('M100,128 H138','none',W*.85,'steel')+hand(86,132,12,rot=40)
N['for-other']=person('man',52,68,.98,l=3)+R(84,56,70,92,6,'white')+head('woman',119,98,.62)+P('M100,130 H138','none',W*.85,'steel')+hand(86,132,12,rot=40)
N['child-in-app']=ph('sky')+head('child',80,74,.86)+plus(120,124,28)
N['see-doctor']=person('doctor',66,70,1.0)+E(122,112,32,32,'white')+heart(122,113,.95)
# ---- where and how
def env(x,y,w=136,h=92): return R(x,y,w,h,8,'white')+P(f'M{x+4},{y+6} L{x+w/2},{y+h*.58:.1f} L{x+w-4},{y+6}','none')+P(f'M{x+6},{y+h-6} L{x+w*.36:.1f},{y+h*.46:.1f} M{x+w-6},{y+h-6} L{x+w*.64:.1f},{y+h*.46:.1f}','none',W*.8)
N['by-post']=R(62,60,88,66,14,'red')+P('M62,84 H150','none')+R(78,90,56,12,4,'ink',0)+P('M106,126 V154','none',W*2.4)+P('M84,154 H128','none')+G(58,48,env(-48,-32,96,64),1,-8)
N['phone-call']=person('woman',66,72,1.0,mood='talk',l=2)+limb('M106,160 Q132,132 104,98',20,'rose')+earphone(100,74,8)+hand(104,90,11,rot=-20)+waves(126,60,1,'ink')
N['call-machine']=P('M80,26 V12','none')+E(80,11,6,6,'sun')+R(34,28,92,78,20,'steel')+R(48,46,64,34,15,'white')+E(66,63,5.5,7,'ink',0)+E(94,63,5.5,7,'ink',0)+P('M66,92 H94','none',W*1.1)+P('M30,66 C14,20 60,14 60,14','none',.01)+R(22,52,16,34,7,'rose')+R(122,52,16,34,7,'rose')+P('M52,106 L44,154 H116 L108,106Z','case')+E(80,130,9,9,'sun')
N['ask-question']=person('woman',52,78,.94,mood='talk',l=3)+bub(76,8,80,64,'white',88,92)+doc(96,15,40,50,0,2)
N['ticket-home']=house(62,150,1.3,'white','rose')+P('M4,150 H118','none')+ticket(124,104,6)
N['pay-fee']=doc(14,8,84,128,-4,5)+note(104,108,-10,'leaf',96,54)+coin(44,138,16)+coin(70,142,16)
N['do-now']=E(72,66,56,56,'moss')+P('M46,66 L65,86 L100,46','none',W*2,'eye')+fing(96,86,-22,.9)
N['later']=clock(66,70,54,'white','M0,0 V-32 M0,0 L20,14')+aR(140,128,46)
# ---- stay
# ---- ages
def steps(on,fig='woman'):
    o=''
    for i,(x,y) in enumerate(((6,126),(54,102),(102,78))):
        o+=P(f'M{x},154 V{y} H{x+50} V154Z','sun' if i==on else 'white')
    x,y=((30,126),(78,102),(126,78))[on]
    return o+head(fig,x,y-22,.66)
N['age-70-74']=steps(1)+dg('70-74',24,10,30,6)
def plate(t,x,w,h=32,k=6): return R(x,112,w,46,10,'white')+dg(t,x+13,119,h,k)
def babyhead(x,y,s=1):
    k=W/s
    return G(x,y,E(0,0,42,38,'skin',k)+E(-15,2,4,5,'ink',0)+E(15,2,4,5,'ink',0)+E(-27,13,7,5,'pink',0)+E(27,13,7,5,'pink',0)+P('M-10,16 q10,9 20,0','none',k*.8)+P('M-4,-37 q-4,-16 9,-17 q12,2 5,12','none',k),s)
N['age-under-6']=babyhead(80,62,1.0)+plate('6',56,48)+aDn(130,144,'red')
# ---- pension
def line(y): return P(f'M8,{y} H152','none',W*1.1,'red','stroke-dasharray="12 11"')
N['pension-no']=f'<circle cx="64" cy="72" r="50" fill="none" stroke="{C["ink"]}" stroke-width="5" stroke-dasharray="12 11"/><circle cx="64" cy="72" r="24" fill="none" stroke="{C["ink"]}" stroke-width="5" stroke-dasharray="9 9"/>'+badge(118,114,False,34)
N['pension-low']=line(60)+coins(80,144,4,36)
N['pension-high']=coins(80,144,12,36)+line(84)
# ---- danger
N['already-did-it']=person('man',60,72,1.0,mood='worry',l=-2)+limb('M18,150 Q2,112 30,84',19,'moss')+hand(36,72,11,rot=15)+note(118,94,-14,'leaf',62,38)+aR(142,136,34,'red')
N['want-to-learn']=P('M80,56 C60,40 30,40 8,48 V138 C30,130 60,130 80,146 C100,130 130,130 152,138 V48 C130,40 100,40 80,56Z','white')+P('M80,56 V146','none')+P('M22,68 Q46,62 64,72 M22,88 Q46,82 64,92 M22,108 Q46,102 64,112','none',W*.85,'steel')+shield(116,84,.9,'moss')
def cap(x,y,s):
    k=W/s
    return G(x,y,P('M-24,-20 C-48,-30 -32,-44 0,-46 C32,-44 48,-30 24,-20Z','olive',k)+P('M-27,-24 L27,-24 L28,-12 L-28,-12Z','red',k)+P('M-28,-12 C-14,-4 14,-4 28,-12 C22,-16 -22,-16 -28,-12Z','hair',k)+E(0,-30,6.5,6.5,'sun',k*.8),s)
# ---- yes / no pairs with a subject of their own
N['app-opens']=ph('sky')+limb('M65,78 L65,62 C65,40 91,38 96,54',9,'steel')+R(53,76,54,44,9,'sun')+E(80,94,5.5,5.5,'ink',0)+P('M80,95 V106','none',W*1.1)
N['locked']=ph('case')+lock(80,84,1.0)
N['info-right']=doc(18,8,110,144,0,0)+''.join(P(f'M34,{y} l7,8 l13,-16','none',W*1.3,'plus')+P(f'M66,{y} H110','none',W*.85,'steel') for y in(50,82,114))
N['have-paper']=doc(46,6,72,100,6,3)+doc(28,10,72,100,-5,3)+P('M10,64 H54 L66,78 H150 V144 Q150,152 142,152 H18 Q10,152 10,144Z','sun')
N['lost-paper']=dashdoc(22,10,92,124)+mag(104,98,1.15)
N['money-more']=doc(8,8,92,144,0,2)+note(106,98,-8,'leaf',92,52)+coin(64,136,16)+coin(96,142,16)
N['account-yes']=bank(70,134,1.12)+P('M6,136 H134','none')+G(118,124,R(-34,-23,68,46,7,'blue')+R(-34,-13,68,10,0,'ink',0)+P('M-22,10 H-2','none',W*.9,'white'),1,-6)
N['card-expired']=idcard(4,24,132,88,'case',False)+P('M14,104 L126,32','none',W*1.6,'red')+cal(92,86,62,64,set(),3,2)+P('M112,126 l20,18 M132,126 l-20,18','none',W*1.3,'red')

N['keep-code']=person('woman',58,74,.98,mood='ok')+limb('M20,158 Q18,142 48,128',20,'rose')+limb('M60,114 L60,88',11,'skin')+E(59,121,14,12,'skin')+P('M62,117 h10 M61,125 h10','none',W*.7)+bub(78,8,78,40,'white',92,66)+dg('482',83,16,24,5)+lock(126,116,.85)
def back(x,y,hair,shirt,bun=False,capf=None):
    o=P(f'M{x-26},{y+46} C{x-28},{y+24} {x-14},{y+18} {x},{y+18} C{x+14},{y+18} {x+28},{y+24} {x+26},{y+46}Z',shirt)+(E(x,y-16,8,7,hair) if bun else '')+E(x,y+4,16,18,hair)
    if capf: o+=P(f'M{x-19},{y} C{x-20},{y-22} {x+20},{y-22} {x+19},{y} Q{x},{y+7} {x-19},{y}Z',capf)
    return o
N['shared-computer']=R(16,8,128,82,8,'ink')+R(24,16,112,66,4,'sky',0)+doc(62,22,38,54,0,2)+back(30,114,'grey','rose',True)+back(130,114,'hair','white')+back(80,118,'grey','moss',False,'brown')
N['borrowed-phone']=young(116,81,.88,l=-4)+person('woman',40,88,.8,l=3)+phhand(78,116,0,38,64)+f'<g transform="translate(102 138) scale(-1 1)">{hand(0,0,11,rot=55)}</g>'+hand(54,140,11,rot=55)
N['child-helps']=young(108,72,.98,l=-4)+person('woman',46,84,.86,l=4)+phhand(88,126,-14,36,58)+fing(98,114,-60,.5,'sun')
N['someone-delivers']=person('woman',40,88,.8,l=4)+young(120,78,.92,l=-3)+doc(60,88,40,54,-3,2)+hand(58,140,11,rot=55)+f'<g transform="translate(102 138) scale(-1 1)">{hand(0,0,11,rot=55)}</g>'
for nm,kd,sc,yy in(('for-me','man',.86,88),('for-other','woman',.84,92)):
    N[nm]=person('man',44,76,.94,l=4)+R(80,44,76,104,6,'white')+head(kd,118,yy,sc)+P('M94,134 H142','none',W*.85,'steel')+hand(82,136,12,rot=40)
N['address-change']=P('M8,66 L54,52 L106,66 L152,52 V136 L106,150 L54,136 L8,150Z','leaf')+P('M54,52 V136 M106,66 V150','none',W*.8)+P('M20,126 Q50,104 74,118 T142,84','none',W,'white')+pin(56,112,.92)+pencil(118,90,36,.9)
def minicard(w=84,h=60): return R(-w/2,-h/2,w,h,9,'sky')+E(-w*.24,-h*.12,8,9,'ink',0)+P(f'M{-w*.24-14},{h*.3} C{-w*.24-14},{h*.05} {-w*.24+14},{h*.05} {-w*.24+14},{h*.3}Z','ink',0)+P(f'M{w*.04},{-h*.2} H{w*.36} M{w*.04},{h*.05} H{w*.36} M{w*.04},{h*.28} H{w*.24}','none',W*.85)
N['child-card']=person('child',54,72,.98)+G(108,118,minicard(92,64),1,-4)
N['call-person']=person('clerk',80,74,1.0)+limb('M46,74 C38,12 122,12 114,74',8,'sun',4)+R(36,62,18,32,8,'sun')+R(106,62,18,32,8,'sun')+limb('M114,92 Q112,110 96,106',7,'sun',4)+E(94,105,5.5,5.5,'ink',0)
N['stay-long']=house(44,152,.95,'white','rose')+P('M4,152 H84','none')+cal(72,26,84,100,set(range(12)),4,3)
N['stay-short']=suitcase(50,152,1.0)+P('M40,12 C14,18 16,60 46,60 C56,60 62,56 66,50 C46,52 34,32 40,12Z','sun')+cal(72,22,84,88,{0,1},4,3)
N['age-75']=steps(2)+dg('75',4,16,40,7)+G(84,30,aUp(0,0,'leaf'),.85)
N['age-under-70']=steps(0)+dg('70',46,14,42,7)+G(132,48,aDn(0,0,'red'),.9)
N['age-6-13']=person('child',80,60,.94)+P('M57,94 C66,98 94,98 103,94 L106,102 L86,110 L74,110 L54,102Z','red')+P('M74,108 L86,108 L96,130 L84,128 L80,116 L76,128 L64,130Z','red')+plate('6-13',22,116,32)
N['age-14']=young(80,70,1.0)+plate('14',6,66)+G(136,124,aUp(0,0,'leaf'),.9)
N['caller-now']=phone(40,4,80,152,'pink')+thief(80,68,.7)+R(46,116,68,34,9,'white',0)+E(63,132,11,11,'moss')+E(97,132,11,11,'red')+waves(29,60,-1)+waves(131,60,1)
N['police-caller']=phone(34,4,80,152,'pink')+thief(74,82,.7)+cap(74,70,.82)+R(40,118,68,32,9,'white',0)+E(57,133,11,11,'moss')+E(91,133,11,11,'red')+waves(126,60,1)
def link(x,y,s=1,r=-35): 
    return G(x,y,limb('M-34,-9 H-12 Q-3,-9 -3,0 Q-3,9 -12,9 H-34 Q-43,9 -43,0 Q-43,-9 -34,-9Z',9,'sun')+limb('M34,-9 H12 Q3,-9 3,0 Q3,9 12,9 H34 Q43,9 43,0 Q43,-9 34,-9Z',9,'sun')+limb('M-16,0 H16',9,'sun'),s,r)
N['bank-link']=ph('pink')+bub(20,18,104,78,'white',44,118)+bank(72,88,.62)+link(110,118,.9)
N['child-hurt']=P('M34,160 C34,104 54,92 74,86 C58,78 56,14 96,14 C136,14 134,78 118,86 C138,92 158,104 158,160Z','hood')+person('child',56,96,.78,mood='worry')+limb('M128,150 Q118,132 96,138',17,'hood')+hand(88,138,11,rot=-70)
N['nothing-came']=ph('sky')+P('M51,54 H109 V98 H51Z','none',W,'ink','stroke-dasharray="9 9"')+badge(120,122,False,28)
N['message-came']=ph('sky')+env(28,44,84,60)+badge(120,122,True,28)
N['money-0']=doc(18,8,116,144,0,0)+coin(52,84,20)+dg('0',82,56,56,9)+P('M40,132 H98','none',W*.85,'steel')
N['cash']=note(66,48,-22,'pink',104,56)+note(82,62,2,'leaf',104,56)+limb('M74,166 V138',30,'rose')+P('M52,120 C46,98 54,82 70,78 C77,76 84,82 81,91 C95,88 108,98 104,110 C101,128 90,140 72,140 C60,140 54,134 52,120Z','skin')+P('M81,91 C75,96 73,100 73,107','none')
N['wrong-info']=doc(10,8,108,144,0,0)+''.join(P(f'M26,{y} l7,8 l13,-16','none',W*1.3,'plus')+P(f'M58,{y} H102','none',W*.85,'steel') for y in(50,114))+P('M27,74 l16,16 M43,74 l-16,16','none',W*1.3,'red')+P('M58,82 H80','none',W*.85,'steel')+pencil(114,80,44,.85)
N['storm-or-child']=house(50,124,.9,'white','rose')+P('M2,102 q12,-12 24,0 t24,0 t24,0 t24,0 t24,0 t24,0 V154 H2Z','blue')+P('M14,128 q11,-9 22,0 t22,0','none',W,'eye')+person('child',116,88,.82,mood='worry')
# ---- more pairs for yes / no steps
N['sim-mine']=N['own-number']
N['sim-other']=P('M36,10 H98 L128,40 V142 Q128,150 120,150 H36 Q28,150 28,142 V18 Q28,10 36,10Z','white')+R(42,100,40,36,6,'sun')+P('M42,118 H82 M62,100 V136','none',W*.7)+head('doctor',76,58,.76)
N['own-number']=N.pop('sim-mine')
N['bank-locked']=bank(66,134,1.06)+P('M6,136 H124','none')+lock(120,120,.92)
N['qr-clean']=R(14,14,132,132,12,'white')+G(26,26,qr(4,4,False),1.5)
N['qr-covered']=R(10,10,118,118,12,'white')+G(18,18,qr(4,4,False),1.35)+G(102,102,R(-42,-42,84,84,6,'sun')+qr(-30,-30,False),1,12)
N['photo-taken']=R(8,42,144,100,14,'steel')+P('M50,42 L60,24 H100 L110,42Z','steel')+E(80,92,36,36,'white')+E(80,92,21,21,'sky')+E(132,58,5,5,'sun',W*.6)
N['parent-child']=person('clerk',52,72,.98,l=3)+person('child',112,100,.7,l=-3)
N['grandparent-child']=person('woman',50,74,.96,l=3)+person('child',112,100,.7,l=-3)
N['disabled']=E(62,104,44,44,'white')+E(62,104,8,8,'ink',0)+E(126,140,13,13,'white')+P('M32,52 H22 M40,46 V96 H98 L122,128','none',W*1.8)+limb('M62,58 V92 H98 V128 H116',16,'moss')+head('man',66,34,.66)+P('M66,74 H92','none',W*1.5)

N['keep-code']=N['keep-code'].replace(dg('482',83,16,24,5),dg('482',94,16,24,5))
N['call-ended']=phone(40,4,80,152,'case')+handset(80,64,.78,0,'white')+P('M60,106 L75,122 L102,92','none',W*1.9)
N['ticket-ward']=person('clerk',50,64,.98)+R(4,124,152,32,5,'tan')+ticket(122,86,5)
def rows(on): return ''.join(R(52,y,56,24,6,'sun' if i==on else 'white',W*.8)+E(63,y+12,4,4,'ink',0)+P(f'M74,{y+12} H98','none',W*.85,'ink' if i==on else 'steel') for i,y in enumerate((38,70,102)))
N['row-found']=ph('sky')+rows(1)+fing(104,90,-24,.85)
N['row-missing']=ph('sky')+rows(9)+mag(104,106,1.1)+badge(36,124,False,26)
N['done-message']=ph('sky')+E(80,72,34,34,'moss')+P('M64,73 L76,86 L98,58','none',W*1.7,'eye')+P('M60,124 H100','none',W*1.2)
N['wait-message']=ph('sky')+hourglass(80,74,.95)+dots(66,126,3,14,4.5)
def wifi(f='none',x=''): return P('M12,62 Q80,2 148,62 M34,88 Q80,46 126,88 M56,112 Q80,90 104,112','none',13,'ink',x)+E(80,136,11,11,'ink',0)
N['wifi-on']=wifi()+badge(124,124,True,28)
def win(c): return R(6,16,148,130,12,'white')+P('M6,46 V28 Q6,16 18,16 H142 Q154,16 154,28 V46Z','sky')+dots(22,31,3,15,4)+R(68,24,76,14,7,'white',W*.7)+c
N['page-true']=win(state(72,140,.72))+badge(126,122,True,28)
N['app-true']=ph('sky')+shield(80,68,.8,'red')+badge(118,122,True,30)
N['app-fake']=ph('sky')+G(80,70,P('M-4,-32 C-12,-26 -22,-23 -32,-23 L-32,2 C-32,20 -20,30 -8,36 L-2,20 L-10,6 L0,-8 L-8,-20Z','case')+P('M8,-30 C14,-26 24,-23 32,-23 L32,2 C32,22 16,34 4,40 L10,22 L2,8 L12,-6 L4,-18Z','case'),.95)+badge(118,122,False,30)
def face(x,y,r,m):
    o=E(x,y,r,r,'sun' if m else 'pink')+E(x-r*.34,y-r*.2,3.4,4.6,'ink',0)+E(x+r*.34,y-r*.2,3.4,4.6,'ink',0)
    return o+(P(f'M{x-r*.5},{y+r*.16} Q{x},{y+r*.3} {x+r*.5},{y+r*.16} Q{x+r*.4},{y+r*.66} {x},{y+r*.66} Q{x-r*.4},{y+r*.66} {x-r*.5},{y+r*.16}Z','white',W*.8) if m else P(f'M{x-r*.44},{y+r*.56} Q{x},{y+r*.04} {x+r*.44},{y+r*.56}','none',W))
N['agree']=doc(18,8,92,140,-3,5)+stamp(54,118,17)+face(116,108,36,True)
N['disagree']=doc(18,8,92,140,-3,5)+stamp(54,118,17)+face(116,108,36,False)
N['no-danger']=P('M52,52 L60,150 H116 L124,52Z','steel')+P('M44,52 H132','none',W*2)+P('M76,68 L79,136 M100,68 L97,136','none',W*.9)+P('M62,50 C60,34 74,26 84,32 C92,20 114,28 112,50Z','leaf')+P('M8,150 C4,132 14,122 28,122 L34,112 L40,122 C52,124 56,138 52,150Z','hair')+P('M4,152 H150','none')
N['old-phone']=phone(38,8,84,144,'case')+P('M52,30 L66,52 L58,62 L74,78 M66,52 L82,50','none',W*.9)+badge(118,122,True,30)
N['new-phone']=phone(38,8,84,144,'sky')+star(80,72,26,'sun',W)+P('M24,34 L14,26 M20,62 H8 M136,34 L146,26 M140,62 H152','none',W*1.2)+badge(118,122,True,30)
N['no-phone']=P('M52,8 H108 Q122,8 122,22 V138 Q122,152 108,152 H52 Q38,152 38,138 V22 Q38,8 52,8Z','none',W,'ink','stroke-dasharray="11 11"')+badge(118,122,False,30)

N['page-fake']=win(thief(66,78,.72)+P('M9,146 H151','none',W))+badge(126,122,False,28)
N['state-page']=ph('sky')+state(80,130,.68)
N['danger']=P('M80,10 L154,146 Q154,150 150,150 H10 Q6,150 6,146Z','sun',W*1.3)+flame(78,140,.8)
N['wifi-off']=wifi()+limb('M22,24 L138,146',15,'red')
N['read-card']=R(16,8,128,62,13,'ink')+R(24,15,112,48,8,'sky',0)+P('M58,28 V50 M66,32 V46','none',.01)+P('M62,38 L74,50 L98,28','none',W*1.6)+P('M50,78 Q80,96 110,78','none',W*1.1)+G(80,124,minicard(112,60))

N['update-caller']=phone(34,4,80,152,'pink')+shield(72,68,.78,'red')+E(112,120,36,36,'white')+arrow('M112,101 A20,20 0 1 0 132,121','M110,87 L130,101 L110,115Z','sun',10)+waves(126,50,1)
N['prize']=phone(34,4,80,152,'pink')+gift(74,138,.84).replace(C['pink'],C['white'])+waves(128,44,1)
# ---- papers and cards that are lost, torn, valid, first made
N['card-lost']=f'<g stroke-dasharray="11 11">{R(8,22,120,82,12,"none")}</g>'+mag(108,106,1.05)
N['card-torn']=P('M8,40 Q8,30 18,30 H86 L74,52 L90,70 L72,92 L84,126 H18 Q8,126 8,116Z','sky')+R(20,50,34,48,5,'white',W*.8)+E(37,66,8,9,'ink',0)+P('M24,94 C24,76 50,76 50,94Z','ink',0)+P('M104,38 H142 Q152,38 152,48 V124 Q152,134 142,134 H102 L90,100 L108,78 L92,60Z','sky')+R(112,54,26,22,5,'sun',W*.8)+P('M112,98 H140 M112,112 H130','none',W*.85)
N['card-valid']=idcard(6,22,136,92)+badge(122,116,True,32)
N['card-first']=idcard(6,22,136,92)+plus(122,116,32)
def cardyear(up): return idcard(30,6,100,66)+dg('7-2024',16,92,30,6)+(aR(140,146,112) if up else aL(20,146,112))
N['card-after']=cardyear(True)
N['card-before']=cardyear(False)
N['days-7']=cal(14,14,110,106,range(7),7,3)+badge(122,120,True,30)
N['days-over-7']=cal(14,14,110,106,range(7),7,3)+clock(118,118,34)
N['form-gap']=doc(16,8,104,144,0,2)+f'<g stroke-dasharray="9 9">{R(30,80,76,22,4,"none",W)}{R(30,114,76,22,4,"none",W)}</g>'+mag(112,92,.95)
N['car']=R(8,28,144,104,12,'pink')+P('M28,102 V84 Q28,76 36,74 L46,54 Q50,48 58,48 H100 Q108,48 114,54 L128,74 Q134,76 134,84 V102Z','red')+P('M54,72 L60,57 H78 V72Z M88,72 V57 H98 Q104,57 108,62 L116,72Z','sky',W*.8)+E(52,104,14,14,'hair')+E(52,104,4,4,'grey',0)+E(110,104,14,14,'hair')+E(110,104,4,4,'grey',0)
# ---- homes and those who live there
N['house-new']=house(72,150,1.3,'white','rose')+plus(124,118,30)
N['house-head']=house(80,152,1.5,'white','rose')+head('man',80,112,.78)
N['at-home']=house(80,152,1.5,'white','rose')+head('woman',80,112,.78)
N['nobody']=person('woman',56,74,1,mood='worry')+P('M104,152 C102,118 112,108 126,104 M126,104 C108,98 108,58 126,58 C144,58 144,98 126,104 C142,108 152,118 150,152','none',W,'ink','stroke-dasharray="10 10"')
# ---- SIM cards, calls
def simcard(x,y,s=1,f='white'):
    k=W/s
    return G(x,y,P('M-34,-46 H14 L36,-24 V46 H-34 Q-36,46 -36,44 V-44 Q-36,-46 -34,-46Z',f,k)+R(-20,-10,40,36,5,'sun',k*.9)+P('M-20,8 H20 M0,-10 V26','none',k*.7),s)
N['sim-move']=phone(6,30,58,104,'case',False)+simcard(35,80,.5)+phone(96,30,58,104,'sky',False)+simcard(125,80,.5)+aR(84,104,18)
N['sim-rename']=simcard(62,66,1.1)+pencil(116,92,40,.9)+P('M18,140 H104','none',W)+P('M22,132 q8,-14 16,0 t16,0 t16,0','none',W*.8)
N['sim-locked']=phone(30,4,80,152,'pink')+simcard(70,66,.82)+lock(116,120,.86)+waves(126,44,1)
N['sim-shop']=R(18,56,124,96,3,'white')+''.join(P(f'M{10+i*28},22 h28 v30 q-14,16 -28,0Z',('blue','white')[i%2]) for i in range(5))+simcard(56,112,.66)+phone(94,76,38,66,'sky',False)
N['sim-app']=ph('sky')+simcard(80,82,.84)
N['sim-tick']=ph('sky')+simcard(80,78,.76)+badge(118,124,True,28)
N['no-call']=P('M26,30 Q80,-6 134,30','none',.01)+handset(72,86,1.35,-20,'white')+badge(116,116,False,32)
def call(c,f='pink'): return phone(30,4,84,152,f)+c+E(50,132,11,11,'moss')+E(94,132,11,11,'red')+waves(126,44,1)
def boltmark(x,y,s=1): return G(x,y,P('M10,-44 L-26,8 H-2 L-12,44 L28,-12 H2Z','sun',W/s),s)
N['service-caller']=call(boltmark(72,70,.9))
N['cut-power']=call(P('M50,66 C44,34 100,34 94,66 C92,78 84,82 83,94 H61 C60,82 52,78 50,66Z','white')+P('M62,104 H82','none',W*1.4)+limb('M48,42 L98,102',9,'red'))
N['parcel']=P('M10,58 L62,38 L114,58 V122 L62,144 L10,122Z','tan')+P('M10,58 L62,80 L114,58 M62,80 V144','none')+P('M36,48 L88,69 V88','none',W*.9)+note(118,116,-14,'leaf',66,40)+P('M118,60 V14','none',.01)
N['family-caller']=call(head('child',72,76,.92,'worry'))+G(0,0,note(122,132,-10,'leaf',58,34))
N['accident']=call(f'<g transform="translate(40 98) scale(.62)">{ambulance(-2,0,.98)}</g>')
N['fake-face']=phone(22,4,92,152,'sky')+G(68,84,person('woman',0,-6,.78))+P('M68,16 V136','none',W*.9,'ink','stroke-dasharray="8 8"')+thief(122,112,.62)
N['other']=E(80,80,66,66,'white')+''.join(E(x,80,10,10,'ink',0) for x in(48,80,112))
N['account-stolen']=thief(56,66,1)+phone(94,50,58,100,'sky')+bub(102,68,42,30,'white',110,110)+dots(111,83,3,12,4)
# ---- the bus, age, apps
N['age-60']=dg('60',12,14,44,8)+aUp(90,28)+head('man',86,112,1.05)
N['train']=P('M34,24 Q34,12 46,12 H114 Q126,12 126,24 V108 Q126,120 114,120 H46 Q34,120 34,108Z','leaf')+R(46,30,68,38,6,'sky')+E(56,96,8,8,'sun',W*.8)+E(104,96,8,8,'sun',W*.8)+P('M66,96 H94','none',W)+P('M52,122 L38,152 M108,122 L122,152 M46,138 H114','none',W*1.2)
N['bus-in-phone']=phone(38,8,84,144,'sky')+R(52,54,56,44,8,'leaf')+R(58,61,18,15,3,'white',W*.7)+R(82,61,18,15,3,'white',W*.7)+E(66,100,7,7,'hair',W*.8)+E(94,100,7,7,'hair',W*.8)
N['app-get']=P('M18,30 H142','none',.01)+ph('sky')+P('M80,44 V92','none',W*1.8)+P('M58,74 L80,96 L102,74','none',W*1.8)+P('M54,112 V124 H106 V112','none',W*1.4)
N['signed-in']=R(6,16,148,112,10,'white')+P('M6,40 H154','none',W*.9)+E(20,28,4,4,'ink',0)+E(34,28,4,4,'ink',0)+head('woman',66,88,.72)+badge(122,118,True,30)
N['signed-out']=R(6,16,148,112,10,'white')+P('M6,40 H154','none',W*.9)+E(20,28,4,4,'ink',0)+E(34,28,4,4,'ink',0)+P('M40,118 C40,86 92,86 92,118 M66,86 C50,84 50,54 66,54 C82,54 82,84 66,86','none',W,'ink','stroke-dasharray="9 9"')+lock(122,112,.84)
def gift(x,y,s=1):
    k=W/s
    return G(x,y,R(0,0,66,48,4,'red',k)+R(-5,-15,76,17,4,'red',k)+R(26,-15,14,63,0,'sun',k*.8)+P('M33,-15 C12,-44 -2,-20 33,-15 C68,-20 54,-44 33,-15Z','sun',k),s)
def medal(x,y,s=1):
    k=W/s
    return G(x,y,P('M-22,-52 L-6,-14 L6,-14 L22,-52Z','red',k)+star(0,12,32,'sun',k),s)
N['tet-gift']=person('woman',50,74,.94,'smile',l=4)+gift(80,96)
N['long-life']=person('woman',50,74,.94,'smile',l=4)+P('M118,150 L104,84 M118,150 L118,74 M118,150 L134,84','none',W*1.3,'moss')+''.join(''.join(petal(x,y,a,19,9,f) for a in range(0,360,72))+E(x,y,6,6,'sun',W*.7) for x,y,f in ((100,74,'pink'),(136,74,'red'),(118,48,'pink')))+P('M100,120 H136 L124,154 H112Z','sky')
N['medal']=person('man',56,74,.96,'smile',l=3)+medal(122,84)
N['age-70-85']=dg('70-85',24,12,30,6)+head('man',80,104,1.0)
N['age-90-95']=dg('90-95',24,12,30,6)+head('woman',80,104,1.0)
N['age-100']=dg('100',30,10,44,8)+head('woman',80,112,.96)
N['age-between']=dg('71-74',24,12,30,6)+head('man',64,104,1.0)+badge(126,122,False,24)
for n in N: N[n]=re.sub(r'<path[^>]*stroke-width="0.01"[^>]*/>','',N[n])
