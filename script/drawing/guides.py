"""One picture for each guide, named as it; see docs/pictures.md."""
import math
from kit import *
Gd={}
def arc(x,y,r,a0,a1):
    p=lambda a:(x+r*math.cos(math.radians(a)),y+r*math.sin(math.radians(a)))
    (x0,y0),(x1,y1)=p(a0),p(a1); big=1 if abs(a1-a0)>180 else 0; sw=1 if a1>a0 else 0
    return f'M{x0:.1f},{y0:.1f} A{r},{r} 0 {big} {sw} {x1:.1f},{y1:.1f}'
def turn(x,y,r,f='sun',w=12,hs=13):
    # two arrows in a ring
    o=''
    for a in(200,20):
        b=a+112; bx,by=x+r*math.cos(math.radians(b)),y+r*math.sin(math.radians(b))
        o+=arrow(arc(x,y,r,a,b),'',f,w).replace(P('',f,W),'')
        h=f'<g transform="translate({bx:.1f} {by:.1f}) rotate({b+90+12})">'+P(f'M{hs*1.15},0 L{-hs*.35},{-hs} L{-hs*.35},{hs}Z',f)+'</g>'
        o+=h
    return o
def heart(x,y,s=1,f='red',k=W*.8):
    return G(x,y,P('M0,17 C-24,2 -19,-15 -9,-15 Q-2,-15 0,-7 Q2,-15 9,-15 C19,-15 24,2 0,17Z',f,k/s),s)
def hcard(x,y,r=0,w=84,h=58,W_=W):
    return f'<g transform="translate({x} {y}) rotate({r})">'+R(-w/2,-h/2,w,h,8,'white')+P(f'M{-w/2},{-h/2+17} V{-h/2+8} Q{-w/2},{-h/2} {-w/2+8},{-h/2} H{w/2-8} Q{w/2},{-h/2} {w/2},{-h/2+8} V{-h/2+17}Z','leaf')+heart(-w*.22,h*.15,.78)+P(f'M{w*.08},{h*.05} H{w*.36} M{w*.08},{h*.28} H{w*.28}','none',W*.8,'steel')+'</g>'
def idcard(x,y,r=0,w=80,h=54,f='sky'):
    return f'<g transform="translate({x} {y}) rotate({r})">'+R(-w/2,-h/2,w,h,8,f)+R(-w*.4,-h*.3,w*.33,h*.6,4,'white',W*.7)+E(-w*.235,-h*.1,w*.075,w*.08,'ink',0)+P(f'M{-w*.36},{h*.26} C{-w*.36},{h*.02} {-w*.11},{h*.02} {-w*.11},{h*.26}Z','ink',0)+P(f'M{w*.06},{-h*.16} H{w*.36} M{w*.06},{h*.06} H{w*.36} M{w*.06},{h*.26} H{w*.24}','none',W*.8)+'</g>'
def bike(x,y,s=1,f='red'):
    k=W/s
    o=P('M31,-34 L40,0','none',k*1.3)+E(-34,0,15,15,'hair',k)+E(39,0,15,15,'hair',k)+E(-34,0,5,5,'case',0)+E(39,0,5,5,'case',0)
    o+=P('M-55,-12 C-56,-30 -46,-36 -36,-36 L-8,-36 C-3,-36 -1,-28 1,-20 L15,-20 L20,-48 Q27,-56 34,-46 L31,-16 C30,-8 22,-5 14,-5 L-18,-5 C-20,-20 -46,-22 -55,-12Z',f,k)
    o+=limb('M-46,-38 L-12,-38',10,'brown',k)+P('M26,-50 L22,-62 L10,-64','none',k*1.3)+E(33,-46,5.5,5.5,'sun',k*.8)
    return G(x,y,o,s)
def bus(x,y,s=1,f='leaf'):
    k=W/s
    o=R(0,-74,124,66,12,f,k)+R(10,-62,26,24,4,'white',k*.9)+R(42,-62,26,24,4,'white',k*.9)+R(74,-62,18,46,3,'white',k*.9)+P('M99,-62 H112 Q116,-62 118,-52 L120,-38 H99Z','sky',k*.9)+P('M0,-26 H70','none',k*.9)+E(120,-20,3.5,4.5,'sun',k*.6)
    for cx in(30,96): o+=E(cx,-8,13,13,'hair',k)+E(cx,-8,4,4,'case',0)
    return G(x,y,o,s)
def bank(x,y,s=1,f='sun'):
    k=W/s; o=R(-44,-12,88,12,2,'case',k)
    for cx in(-30,0,30): o+=R(cx-7,-52,14,40,1,'white',k)
    o+=R(-42,-60,84,10,2,'case',k)+P('M-48,-60 L0,-92 L48,-60Z',f,k)+E(0,-71,7,7,'white',k*.8)
    return G(x,y,o,s)
def qr(x,y,a=80,frame=True):
    u=a/9; o=R(x,y,a,a,6,'white') if frame else ''
    for i,j in((0,0),(5,0),(0,5)):
        X,Y=x+u*(1+i),y+u*(1+j)
        o+=R(round(X,1),round(Y,1),round(u*2.2,1),round(u*2.2,1),2,'white',u*.62)+R(round(X+u*.72,1),round(Y+u*.72,1),round(u*.76,1),round(u*.76,1),0,'ink',0)
    for i,j,w,h in((4.0,1,.8,1.6),(4.0,3.7,1.6,.8),(1,4.0,1.5,.8),(6.3,4.0,1.6,.8),(4.9,5.2,.9,.9),(6.8,5.6,1.1,1.1),(4.1,6.6,.9,1.5),(5.8,7.2,1.2,.9),(7.5,7.1,.6,1)):
        o+=R(round(x+u*i,1),round(y+u*j,1),round(u*w,1),round(u*h,1),0,'ink',0)
    return o
def glass(x,y,r=24,f='sky',rot=45,l=None):
    l=l or r*1.25
    return f'<g transform="translate({x} {y}) rotate({rot})">'+limb(f'M{r+6},0 L{r+l},0',13,'tan')+E(0,0,r,r,f,W*1.15)+'</g>'
def folder(x,y,w,h,f='sun',paper=True):
    o=P(f'M{x},{y+h} V{y+8} Q{x},{y} {x+8},{y} H{x+w*.36} L{x+w*.46},{y+12} H{x+w-8} Q{x+w},{y+12} {x+w},{y+20} V{y+h}Z',f)
    if paper: o+=R(x+10,y+18,w-20,h-20,2,'white',W*.9)
    return o+P(f'M{x},{y+h-6} V{y+34} Q{x},{y+28} {x+6},{y+28} H{x+w-6} Q{x+w},{y+28} {x+w},{y+34} V{y+h-6} Q{x+w},{y+h} {x+w-6},{y+h} H{x+6} Q{x},{y+h} {x},{y+h-6}Z',f)
def cal(x,y,w,h,mark=(1,1)):
    o=R(x,y,w,h,8,'white')+P(f'M{x},{y+26} V{y+8} Q{x},{y} {x+8},{y} H{x+w-8} Q{x+w},{y} {x+w},{y+8} V{y+26}Z','red')
    o+=limb(f'M{x+w*.28},{y-6} V{y+8}',9,'steel')+limb(f'M{x+w*.72},{y-6} V{y+8}',9,'steel')
    for j in range(3):
        for i in range(4):
            X,Y=x+w*(.17+.22*i),y+26+(h-26)*(.22+.28*j)
            if (i,j)==mark: o+=E(round(X,1),round(Y,1),11,11,'sun')
            else: o+=R(round(X-4.5,1),round(Y-4.5,1),9,9,2,'steel',0)
    return o
def moon(x,y,s=1): return G(x,y,P('M6,-20 C-24,-20 -28,18 0,22 C10,23 18,18 21,11 C2,14 -6,-4 6,-20Z','sun',W/s),s)
def pin(x,y,s=1,f='red'):
    return G(x,y,P('M0,0 C-18,-22 -26,-32 -26,-46 C-26,-80 26,-80 26,-46 C26,-32 18,-22 0,0Z',f,W/s)+E(0,-46,10,10,'white',W/s),s)
def case(x,y,w=46,h=38,f='tan'):
    return P(f'M{x+w*.32},{y} V{y-10} H{x+w*.68} V{y}','none')+R(x,y,w,h,6,f)+P(f'M{x+w*.25},{y} V{y+h} M{x+w*.75},{y} V{y+h}','none',W*.8)
def finger(x,y,s=1):
    k=W*.95/s
    return G(x,y,P('M-22,14 C-26,-30 26,-30 22,6 M-13,22 C-16,-18 14,-20 13,4 C13,12 12,18 10,24 M-3,26 C-6,14 -6,8 -5,0 C-4,-7 5,-7 5,1 C5,10 4,16 1,28 M-20,-18 C-10,-30 10,-30 20,-18','none',k),s)
def pencil(x,y,r=38): return f'<g transform="translate({x} {y}) rotate({r})">'+R(-8,-52,16,66,3,'sun')+P('M-8,14 L0,32 L8,14Z','skin')+'</g>'
def stampmark(x,y,r=18): return E(x,y,r,r,'white',W,'red')+star(x,y,r*.56,'red')
def stamper(x,y,s=1):
    k=W/s
    return G(x,y,R(-26,-16,52,16,4,'rose',k)+P('M-12,-16 C-10,-28 -14,-34 -14,-42 C-14,-62 14,-62 14,-42 C14,-34 10,-28 12,-16Z','tan',k),s)
def clock(x,y,r=22,f='white'): return E(x,y,r,r,f)+P(f'M{x},{y-r*.55} V{y} L{x+r*.4},{y+r*.3}','none')
def bubble(x,y,w,h,f='white',tail='l'):
    t=f'L{x+14},{y+h+14} L{x+16},{y+h}' if tail=='l' else f'L{x+w-14},{y+h+14} L{x+w-32},{y+h}'
    if tail=='l': return P(f'M{x+10},{y} H{x+w-10} Q{x+w},{y} {x+w},{y+10} V{y+h-10} Q{x+w},{y+h} {x+w-10},{y+h} H{x+34} L{x+12},{y+h+16} L{x+16},{y+h} H{x+10} Q{x},{y+h} {x},{y+h-10} V{y+10} Q{x},{y} {x+10},{y}Z',f)
    return P(f'M{x+10},{y} H{x+w-10} Q{x+w},{y} {x+w},{y+10} V{y+h-10} Q{x+w},{y+h} {x+w-10},{y+h} H{x+w-16} L{x+w-12},{y+h+16} L{x+w-34},{y+h} H{x+10} Q{x},{y+h} {x},{y+h-10} V{y+10} Q{x},{y} {x+10},{y}Z',f)
def palm(x,y,s=1,flip=1):
    # open hand held out, palm up
    k=W/s
    return f'<g transform="translate({x} {y}) scale({s*flip} {s})">'+P('M-46,6 L-20,2 C-8,-10 6,-10 16,-6 C22,-4 20,4 12,5 L34,2 C48,-6 58,-8 60,-2 C62,4 44,20 22,24 L-20,26 L-46,28Z','skin',k)+P('M12,5 L-2,8','none',k)+'</g>'
def ring(x,y,r): return E(x,y,r,r,'none',11)+f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{C["sun"]}" stroke-width="4.5"/>'
def waves(x,y,f='red',k=W*1.3,d=1,n=2):
    return ''.join(P(f'M{x+d*i*11},{y-12-i*8} q{d*(9+i*4)},{12+i*8} 0,{24+i*16}','none',k,f) for i in range(n))
def handset(x,y,s=1,f='white',rot=0):
    return G(x,y,P('M-30,-26 C-34,-14 -22,14 2,30 C16,38 26,36 32,26 C34,22 32,18 28,16 L16,10 C12,8 8,12 6,16 C-2,14 -12,2 -14,-6 C-8,-8 -8,-12 -10,-16 L-16,-30 C-18,-34 -28,-34 -30,-26Z',f,W/s),s,rot)
def openbook(x,y,w,h,f='white',cov='rose'):
    return P(f'M{x-w-5},{y-h+10} L{x-w-5},{y+10} Q{x-w*.5},{y} {x},{y+14} Q{x+w*.5},{y} {x+w+5},{y+10} L{x+w+5},{y-h+10}Z',cov)+P(f'M{x},{y+6} Q{x-w*.5},{y-10} {x-w},{y+2} L{x-w},{y-h} Q{x-w*.5},{y-h-12} {x},{y-h+4} Q{x+w*.5},{y-h-12} {x+w},{y-h} L{x+w},{y+2} Q{x+w*.5},{y-10} {x},{y+6}Z',f)+P(f'M{x},{y-h+4} V{y+6}','none')+P(f'M{x-w*.78},{y-h*.62} q{w*.28},-6 {w*.56},1 M{x-w*.78},{y-h*.3} q{w*.28},-6 {w*.56},1 M{x+w*.78},{y-h*.62} q{-w*.28},-6 {-w*.56},1 M{x+w*.78},{y-h*.3} q{-w*.28},-6 {-w*.56},1','none',W*.8,'steel')
def laptop(x,y,w,h,f='sky'):
    return R(x,y,w,h,8,'ink')+R(x+7,y+7,w-14,h-14,4,f,0)+P(f'M{x-10},{y+h+14} L{x},{y+h} H{x+w} L{x+w+10},{y+h+14}Z','case')
def bphone(x,y,s=1):
    k=W/s
    return G(x,y,R(-36,-73,72,146,16,'steel',k)+R(-26,-59,52,46,5,'sky',k*.8)+R(-11,-5,22,12,6,'white',k*.7)+''.join(R(-26+i*19,15+j*14,14,9,3,'white',k*.5) for i in range(3) for j in range(4))+R(-26,-4,10,8,3,'leaf',k*.5)+R(16,-4,10,8,3,'red',k*.5),s)
def mic(x,y,s=1,f='red'):
    k=W/s
    return G(x,y,R(-12,-34,24,42,12,f,k)+P('M-21,-8 C-21,24 21,24 21,-8 M0,16 V28 M-12,28 H12','none',k),s)
def bell(x,y,s=1):
    k=W/s
    return G(x,y,E(0,20,7,7,'sun',k)+P('M-24,16 C-16,8 -18,-2 -16,-10 C-12,-30 12,-30 16,-10 C18,-2 16,8 24,16Z','sun',k)+P('M0,-25 V-30','none',k*1.3),s)
def sunp(x,y,r=12):
    o=''.join(P(f'M{x+math.cos(a)*(r+7):.1f},{y+math.sin(a)*(r+7):.1f} L{x+math.cos(a)*(r+12):.1f},{y+math.sin(a)*(r+12):.1f}','none',W) for a in [i*math.pi/4 for i in range(8)])
    return o+E(x,y,r,r,'sun')
def face(x,y,s,kind='child',mood='smile',W_=W): return person(kind,x,y,s,mood,body=False,W=W_)
def toggle(x,y,w=64,h=36): return R(x,y,w,h,h/2,'leaf')+E(x+w-h/2,y+h/2,h/2-2,h/2-2,'white')
def steps(): pass
# ---------------- vneid
Gd['vneid-cai-dat']=phone(36,6,88,148,'sky')+shield(80,62,.98,'red')+P('M80,104 V124','none',W*1.3)+P('M67,114 L80,127 L93,114 M54,124 V138 H106 V124','none',W*1.3)
Gd['vneid-con-chau']=person('woman',52,72,.96,l=4)+person('child',112,98,.7)+idcard(108,140,-6,66,42)
Gd['vneid-doi-may']=phone(6,30,62,106,'case',False)+P('M37,36 L28,62 L42,72 L30,98 M42,72 L58,66','none',W*.8)+phone(88,12,68,124,'sky')+shield(122,72,.68,'red')+arrow('M44,146 H82','M80,131 L100,146 L80,161Z','sun',15)
Gd['vneid-doi-so-dien-thoai']=phone(44,8,72,144,'sky')+f'<g transform="translate(80 80)">'+P('M-22,-28 H10 L22,-16 V28 H-22Z','sun')+R(-12,-8,24,24,4,'white',W*.8)+P('M0,-8 V16 M-12,4 H12','none',W*.7)+'</g>'+turn(80,80,58,'red',11,12)
Gd['vneid-kich-hoat']=phone(36,10,88,146,'sky')+shield(80,62,.9,'red')+toggle(48,100)+''.join(P(d,'none',W*1.3,'sun') for d in())+P('M20,34 L10,28 M18,60 H6 M140,34 L150,28 M142,60 H154 M24,10 L18,2 M136,10 L142,2','none',W*1.2)
Gd['vneid-muc-1']=phone(12,10,84,146,'sky')+shield(54,62,.92,'red')+P('M28,114 H80 M28,130 H60','none',W)+idcard(108,110,-8,84,56,'white')+star(132,40,22,'sun',W)
Gd['vneid-muc-2']=person('police',52,76,.98)+R(2,136,156,22,4,'tan')+R(92,62,62,74,8,'white')+finger(123,98,.86)+star(106,30,18,'sun',W)+star(142,30,18,'sun',W)
Gd['vneid-quen-mat-khau']=person('man',54,72,1.0,mood='flat',l=2,d=-1)+limb('M16,150 Q-4,128 22,88',18,'moss')+hand(28,80,10.5,rot=15)+lock(122,66,1.0)+key(88,132,-10,.8)
Gd['vneid-quen-passcode']=phone(34,6,92,148,'sky')+''.join(E(57+i*23,46+j*24,8,8,'white' if (i+j*3)>2 else 'ink') for i in range(3) for j in range(2))+key(68,116,-12,1.0)
Gd['vneid-tich-hop-giay-to']=hcard(64,34,-8,92,56)+f'<g transform="translate(94 58) rotate(7)">'+R(-48,-28,96,56,8,'pink')+bike(2,20,.5,'red')+'</g>'+P('M12,152 V82 Q12,74 20,74 H140 Q148,74 148,82 V152 Z','rose')+P('M12,94 H148','none',W*.8)+shield(66,122,.6,'red',W)+E(128,128,22,22,'moss')+P('M128,117 V139 M117,128 H139','none',W*1.5,'eye')
def nurse(x,y,s,l=0):
    k=W/s
    o=person('clerk',x,y,s,l=l)
    o+=G(x,y,P('M0,56 L-5,66 L0,90 L5,66Z','white',k*.8)+P('M0,56 V92','none',k*.8)+P('M-23,-17 C-26,-40 -16,-44 0,-44 C16,-44 26,-40 23,-17 C12,-24 -12,-24 -23,-17Z','white',k)+heart(0,-30,.5,'red',k*.55),s)
    return o
Gd['vneid-xuat-trinh']=person('woman',44,78,.86,l=4)+nurse(122,78,.86,-4)+phone(58,84,42,66,'white',False)+P('M64,90 H94 V103 H64Z','leaf',0)+heart(79,118,.8)+limb('M22,156 Q36,160 54,138',16,'rose')+hand(58,132,9,rot=50)
Gd['suc-khoe-dien-tu']=phone(34,6,92,148,'white')+R(40,28,80,28,0,'leaf',0)+heart(80,56,1.35,'red',W)+P('M46,108 H62 L70,90 L80,126 L90,102 L96,108 H114','none',W*1.1)+P('M52,134 H108','none',W*.8,'steel')
# ---------------- an-sinh
def umbrella(x,y,s=1,f='blue'):
    k=W/s
    return G(x,y,P('M0,-8 V56 C0,72 -22,72 -22,58','none',k*1.3)+P('M-58,0 C-56,-60 56,-60 58,0 C46,-10 32,-10 20,0 C12,-10 -12,-10 -20,0 C-32,-10 -46,-10 -58,0Z',f,k)+P('M0,-45 V-54 M-20,0 C-18,-24 -10,-40 0,-45 C10,-40 18,-24 20,0','none',k*.8),s)
Gd['bhxh-vssid']=phone(30,44,70,114,'white',False)+umbrella(82,66,1.15,'blue')+hcard(100,128,-5,92,54)
Gd['ho-ngheo']=house(66,112,1.05,'paper','brown')+R(36,40,22,15,2,'tan',W*.8,t='rotate(-38 47 48)')+P('M4,112 H118','none')+limb('M158,140 L128,140',22,'blue')+palm(104,128,1.0,-1)+coin(84,112,14)+coin(110,110,14)
Gd['huu-tri-xa-hoi']=person('woman',58,70,1.02,l=2)+limb('M134,156 V88 C134,72 112,72 112,86',12,'tan')+hand(134,104,11,rot=-10)+coin(92,140,15)+coin(118,144,15)+coin(104,124,15)
Gd['khuyet-tat']=P('M22,84 H38 V120','none',W*1.6)+person('man',66,46,.82,l=3)+limb('M62,116 H106 L112,146',19,'steel')+limb('M112,150 H126',11,'brown')+E(60,122,33,33,'none',W*1.4)+P('M60,122 L60,92 M60,122 L34,138 M60,122 L86,138','none',W*.7)+E(60,122,6,6,'case')+E(100,148,8,8,'case')+doc(108,58,44,58,6,1,False)
Gd['vneid-an-sinh']=bank(58,104,1.1)+phone(100,50,56,106,'sky')+shield(128,92,.55,'red',W)+arrow('M40,132 H70','M68,117 L88,132 L68,147Z','sun',14)+coin(128,128,13)+coin(20,132,14)
Gd['dat-lich-kham']=cal(8,20,98,110,(2,1))+person('doctor',116,100,.72,l=-3)
Gd['doi-the-bhyt']=f'<g transform="translate(78 66) rotate(-8)">'+P('M-64,-42 H2 L-8,-24 L6,-10 L-8,8 L4,24 L-4,42 H-64 Q-70,42 -70,36 V-36 Q-70,-42 -64,-42Z','white')+P('M-70,-22 V-36 Q-70,-42 -64,-42 H2 L-8,-24 L-7,-22Z','leaf')+heart(-40,8,1.0)+'</g>'+f'<g transform="translate(88 66) rotate(8)">'+P('M10,-42 H58 Q64,-42 64,-36 V36 Q64,42 58,42 H12 L20,24 L8,8 L22,-10 L8,-24Z','white')+P('M10,-42 H58 Q64,-42 64,-36 V-22 H9 L8,-24Z','leaf')+P('M34,0 H52 M34,18 H48','none',W*.8,'steel')+'</g>'+turn(80,124,24,'sun',10,10)
Gd['the-xe-buyt']=bus(6,112,1.18,'leaf')+idcard(106,124,-6,86,58,'white')
# ---------------- cong-an
Gd['cong-an-thu-tuc']=person('police',56,72,1.02)+doc(98,44,52,74,6,3)+limb('M92,158 Q104,158 112,150',18,'olive')+idcard(110,128,-6,76,50)
Gd['cu-tru-luu-tru']=house(58,152,1.22,'white','rose')+R(24,108,20,18,2,'sun',W*.8)+R(72,108,20,18,2,'sun',W*.8)+moon(132,28,1.0)+person('child',128,104,.56)+case(92,130,36,26)+P('M4,154 H156','none')
Gd['cu-tru-tam-tru']=house(60,150,1.3,'white','tan')+pin(60,92,1.0)+P('M4,152 H156','none')+clock(126,116,28,'sky')
Gd['giay-phep-lai-xe']=R(6,34,148,98,10,'pink')+P('M6,58 V44 Q6,34 16,34 H144 Q154,34 154,44 V58Z','red')+R(18,70,38,50,4,'white',W*.8)+E(37,88,8,9,'ink',0)+P('M22,118 C22,98 52,98 52,118Z','ink',0)+bike(106,106,.78,'blue')+turn(136,34,17,'sun',8,8)
def scales(x,y,s=1):
    k=W/s
    return G(x,y,P('M0,-34 V30 M-16,32 H16 M-30,-24 H30','none',k*1.2)+P('M-30,-24 L-42,2 M-30,-24 L-18,2 M30,-24 L18,2 M30,-24 L42,2','none',k*.7)+P('M-44,2 H-16 C-18,16 -42,16 -44,2Z M16,2 H44 C42,16 18,16 16,2Z','sun',k)+E(0,-34,5,5,'sun',k*.8),s)
Gd['ly-lich-tu-phap']=doc(14,8,96,144,-3,5,True)+E(112,106,42,42,'white')+scales(112,106,.72)
Gd['phat-nguoi']=limb('M26,154 V44',11,'steel')+f'<g transform="translate(38 36) rotate(20)">'+R(-30,-18,62,34,7,'white')+R(26,-12,16,22,4,'hair')+P('M-34,-20 H38','none',W*1.2)+E(-16,-2,4,4,'red',0)+'</g>'+P('M86,66 L104,82 M92,52 L116,62 M74,76 L82,94','none',W*1.1,'red')+bike(98,138,1.0,'red')+P('M6,155 H154','none')
Gd['xac-nhan-cu-tru']=doc(22,6,108,146,-3,0)+house(76,92,.82,'white','rose')+P('M40,108 H104 M40,124 H78','none',W*.85,'steel')+stampmark(112,120,25)
# ---------------- dich-vu-cong
Gd['dvc-chung-thuc']=doc(8,26,70,100,-5,4,False)+doc(60,40,76,106,4,4,False)+stampmark(92,122,18)+stamper(130,110,1.0)
Gd['dvc-dang-nhap']=laptop(18,22,124,94,'sky')+R(74,38,46,70,4,'tan')+P('M74,38 L98,48 V108 L74,108Z','white')+E(92,80,2.5,2.5,'ink',0)+arrow('M30,78 H50','M48,63 L70,78 L48,93Z','sun',14)+key(54,142,-4,.7)
Gd['dvc-ho-tich']=doc(10,8,94,140,-4,0)+face(54,58,.9,'child')+P('M30,104 L86,100 M31,120 L70,118','none',W*.85,'steel')+ring(104,122,21)+ring(132,122,21)+P('M132,92 l-7,-8 h14z','sky',W*.8)
Gd['dvc-nop-ho-so']=laptop(20,10,120,80,'sky')+arrow('M80,84 V58','M80,26 L56,56 H104Z','sun',20)+folder(34,90,92,62,'sun')
Gd['dvc-nop-phi']=P('M20,10 H92 V146 L80,136 L68,146 L56,136 L44,146 L32,136 L20,146Z','white')+P('M34,32 H78 M34,50 H78 M34,68 H62','none',W*.85,'steel')+P('M32,90 H80','none',W*.8)+phone(82,44,66,110,'sky')+coin(115,92,20)+P('M102,128 L111,137 L128,120','none',W*1.4,'plus')
Gd['dvc-tra-cuu']=folder(8,14,106,98,'sun')+glass(104,80,32,'sky')+P('M90,80 L100,91 L118,69','none',W*1.5,'plus')+E(18,138,11,11,'plus')+P('M29,138 H45 M67,138 H82','none')+E(56,138,11,11,'plus')+E(93,138,11,11,'white')
Gd['dat-dai-so-do']=P('M6,150 L34,104 H112 L98,150Z','leaf')+house(62,128,.9,'white','tan')+f'<g transform="translate(116 102) rotate(6)">'+R(-36,-48,72,96,6,'red')+P('M-24,-48 V48','none',W*.9)+star(6,-14,15,'sun',W*.7)+P('M-8,18 H20','none',W,'sun')+'</g>'
def chrys(x,y,s=1):
    k=W/s; o=''
    for n,l,w in((14,30,7),(9,19,7)):
        for i in range(n): o+=f'<g transform="rotate({360/n*i+(10 if n==9 else 0):.1f})">'+P(f'M0,0 C{-w},{-l*.5} {-w},{-l} 0,{-l} C{w},{-l} {w},{-l*.5} 0,0Z','white',k*.75)+'</g>'
    return G(x,y,o+E(0,0,7,7,'sun',k*.75),s)
Gd['khai-tu-lien-thong']=doc(74,14,76,112,4,5)+limb('M48,66 C50,90 44,110 40,124',8,'moss')+P('M48,92 C30,80 22,86 18,94 C28,104 40,102 48,92Z','leaf')+chrys(46,44,1.12)+P('M40,80 V128 M54,78 V128 M68,80 V128','none',W*.9,'rose')+P('M20,122 H88 C90,140 78,152 70,154 H38 C30,152 18,140 20,122Z','sun')
# ---------------- an-toan
Gd['co-ban-mat-khau-otp']=person('woman',58,70,1.02,mood='ok',l=2)+limb('M22,156 Q8,156 40,122 L54,104',17,'rose')+G(59,95,P('M-10,10 C-14,0 -8,-6 -4,-6 L-3,-18 C-2,-24 6,-24 6,-18 L6,-4 C12,-2 12,12 2,14 C-4,15 -8,14 -10,10Z','skin'))+lock(122,108,.95)
Gd['co-ban-quet-qr']=qr(10,64,90)+f'<g transform="translate(104 66) rotate(12)">'+phone(-34,-58,68,116,'sky')+P('M-20,-22 V-34 H-8 M8,-34 H20 V-22 M20,10 V22 H8 M-8,22 H-20 V10','none',W)+P('M-22,-6 H22','none',W*1.2,'red')+'</g>'
def siren(x,y,s=1):
    k=W/s
    return G(x,y,P('M-24,0 V-14 C-24,-46 24,-46 24,-14 V0Z','red',k)+R(-32,0,64,14,4,'steel',k)+P('M-10,-16 C-10,-26 -4,-30 2,-30','none',k,'eye')+P('M0,-50 V-60 M-30,-36 L-40,-44 M30,-36 L40,-44','none',k*1.3,'red'),s)
Gd['khan-cap']=siren(80,62,1.0)+person('police',28,112,.54,mood='ok')+flame(78,152,.78)+ambulance(104,158,.5)
def wallet(x,y,w=78,h=52):
    return P(f'M{x},{y+12} L{x+8},{y-8} H{x+w-8} L{x+w},{y+12}Z','hair')+R(x,y+8,w,h,8,'brown')+R(x+w-24,y+26,28,18,8,'tan')+E(x+w-12,y+35,2.5,2.5,'ink',0)
Gd['lua-dao-da-mac']=person('woman',52,70,1.0,mood='worry',l=2)+wallet(72,96,78,48)+coin(112,62,13)+coin(142,34,13)+P('M112,42 C112,26 120,20 126,18 M92,74 l-4,-8','none',W*.9)
Gd['lua-dao-nhan-biet']=phone(20,6,96,150,'pink')+thief(68,66,.84)+R(27,116,82,34,10,'white',0)+badge(68,132,False,14)+waves(126,52,'red')
Gd['chan-cuoc-goi-rac']=phone(34,6,92,148,'pink')+handset(80,78,.95,'white')+E(80,78,47,47,'none',13)+f'<circle cx="80" cy="78" r="47" fill="none" stroke="{C["red"]}" stroke-width="8"/>'+P('M47,45 L113,111','none',13)+P('M47,45 L113,111','none',8,'red')
Gd['chuyen-khoan-qr']=P('M12,150 L22,128 H78 L88,150Z','tan')+qr(10,44,80)+phone(96,26,58,110,'white')+face(125,66,.52,'clerk')+P('M112,104 L121,113 L138,96','none',W*1.4,'plus')+coin(94,138,16)
Gd['ngan-hang-sinh-trac']=face(80,62,1.0,'man','ok')+P('M28,40 V14 H54 M106,14 H132 V40 M132,82 V106 H106 M54,106 H28 V82','none',W*1.4)+bank(126,156,.62)+idcard(44,134,-4,66,42)
# ---------------- dien-thoai
Gd['co-ban-cai-app']=phone(38,34,84,122,'white',False)+P('M30,10 H130 L142,42 H18Z','red')+P('M52,10 L46,42 M76,10 V42 M108,10 L114,42','none',W*.8)+P('M18,42 q10,16 20.6,0 q10,16 20.600,0 q10,16 20.600,0 q10,16 20.600,0 q10,16 20.600,0 q10,16 20.600,0','sun',W)+R(62,62,36,32,8,'leaf')+arrow('M80,98 V110','M80,132 L64,112 H96Z','sun',13)
Gd['co-ban-wifi']=P('M14,52 Q80,-12 146,52 M36,74 Q80,34 124,74','none',W*2.2)+P('M57,94 Q80,76 103,94','none',W*2.2)+phone(54,84,52,74,'sky',False)+E(80,114,9,9,'sun')
Gd['khong-smartphone']=person('man',52,70,1.0)+bphone(122,86,.92)+limb('M88,156 Q100,150 106,136',17,'moss')+hand(102,126,11,rot=30)
Gd['chu-to-tren-may']=phone(30,6,100,148,'white')+P('M54,106 L80,36 L106,106 M64,82 H96','none',W*2.6)+sunp(28,40,13)+bell(132,112,.95)+waves(156,0,'red',0)
Gd['go-tieng-viet']=phone(12,4,92,152,'white')+bubble(24,24,68,34,'leaf')+P('M34,41 H64','none',W)+R(18,84,80,62,6,'case',0)+''.join(R(22+i*19,90+j*19,14,13,3,'white',W*.6) for i in range(4) for j in range(2))+R(30,128,56,13,3,'white',W*.6)+mic(130,78,1.05)+hand(104,138,13,rot=-45)
Gd['hoc-binh-dan-hoc-vu-so']=person('woman',62,58,.96,l=2)+openbook(66,142,52,44)+phone(112,62,42,74,'sky',False)+P('M122,88 L133,82 L144,88 L133,94Z M126,91 V102 Q133,107 140,102 V91','white',W*.7)
def bulb(x,y,s=1):
    k=W/s
    return G(x,y,P('M-13,18 C-12,6 -28,0 -28,-20 C-28,-56 28,-56 28,-20 C28,0 12,6 13,18Z','sun',k)+R(-13,18,26,20,5,'steel',k)+P('M-13,28 H13','none',k*.7)+P('M-15,-22 C-15,-32 -9,-37 -2,-38','none',k*1.1,'white')+P('M0,17 V2 M-7,2 H7','none',k*.8),s)
def tap(x,y,s=1):
    k=W/s
    return G(x,y,P('M-34,-12 H0 C24,-12 32,-2 32,20 H12 C12,12 8,10 0,10 H-34Z','steel',k)+R(-42,-18,12,34,3,'case',k)+P('M-8,-12 V-24 M-24,-26 H8','none',k*2)+P('M22,30 C14,42 12,46 12,50 C12,64 32,64 32,50 C32,46 30,42 22,30Z','blue',k),s)
Gd['tien-dien-nuoc']=bulb(46,68,1.05)+P('M46,4 V10 M8,22 L14,28 M84,22 L78,28 M2,52 H8','none',W*1.2)+tap(118,60,.98)+coin(64,136,16)+coin(96,136,16)+coin(80,122,16)
Gd['zalo-goi-video']=phone(22,4,100,152,'sky')+G(72,70,'' )+person('child',72,66,.86)+R(28,128,88,22,0,'white',0)+E(72,138,9,9,'red',W*.8)+R(92,16,22,28,4,'pink',W*.8)+face(103,31,.26,'woman','smile',2.4)+openhand(138,112,13,rot=6)
# ---------------- ihanoi
def tower(x,y,s=1):
    k=W/s
    return G(x,y,R(-34,-40,68,40,2,'tan',k)+R(-24,-68,48,28,2,'tan',k)+P('M-16,-68 L-20,-74 L0,-92 L20,-74 L16,-68Z','rose',k)+''.join(P(f'M{cx-7},-4 V-20 C{cx-7},-30 {cx+7},-30 {cx+7},-20 V-4Z','white',k*.8) for cx in(-20,0,20))+''.join(P(f'M{cx-5},-44 V-52 C{cx-5},-60 {cx+5},-60 {cx+5},-52 V-44Z','white',k*.8) for cx in(-11,11)),s)
Gd['ihanoi-cai-dang-nhap']=phone(26,4,108,152,'sky')+R(32,102,96,20,0,'leaf',0)+tower(80,104,.86)+P('M42,112 q6,-5 12,0 t12,0 t12,0 t12,0 t12,0 t12,0','none',W*.8)+P('M80,122 V138 M69,130 L80,141 L91,130','none',W*1.3)
Gd['ihanoi-lay-so-tra-cuu']=R(20,8,78,66,8,'blue')+R(32,20,54,36,4,'sky',W*.8)+R(40,74,38,78,2,'case')+P('M22,154 H98','none',W*1.4)+P('M46,88 H72','none')+P('M72,92 H140 V108 C130,108 130,122 140,122 V142 H72 V122 C82,122 82,108 72,108Z','white')+E(106,117,12,12,'sun')+glass(122,48,20,'sky',45)
Gd['ihanoi-phan-anh']=phone(14,8,88,148,'sky',False)+R(20,106,76,32,0,'case',0)+P('M34,124 C26,98 36,84 50,82 L46,74 H68 L64,82 C80,86 86,104 78,124Z','hair')+P('M48,82 H66','none',W,'eye')+P('M28,38 V26 H40 M76,26 H88 V38','none',W)+f'<g transform="translate(116 84) rotate(-18)">'+P('M-20,-9 L18,-28 V28 L-20,9Z','red')+R(-34,-10,16,20,4,'white')+P('M-12,12 L-8,30 H2 L-2,16','sun',W)+'</g>'+waves(144,70,'red',W*1.2,1,1)
def robot(x,y,s=1):
    k=W/s
    o=P('M0,-46 V-60','none',k*1.2)+E(0,-64,7,7,'sun',k)+E(-44,-10,8,13,'steel',k)+E(44,-10,8,13,'steel',k)+P('M-34,90 C-36,56 -24,46 0,46 C24,46 36,56 34,90Z','blue',k)+R(-10,26,20,20,2,'steel',k)+R(-42,-44,84,72,22,'white',k)+R(-32,-32,64,44,14,'sky',k*.9)+P('M-20,-10 q6,-9 12,0 M8,-10 q6,-9 12,0 M-10,0 q10,9 20,0','none',k)+heart(0,68,.6,'red',k*.6)
    return G(x,y,o,s)
Gd['hoi-tro-ly-ai']=robot(56,76,.98)+bubble(98,14,56,40,'white')+E(112,34,4,4,'ink',0)+E(126,34,4,4,'ink',0)+E(140,34,4,4,'ink',0)+limb('M88,150 Q124,146 128,112',15,'blue')+openhand(128,100,10,rot=6)

# ---------------- second drawing
def sim(x,y,f,s=1):
    k=W/s
    return G(x,y,P('M-22,-28 H10 L22,-16 V28 H-22Z',f,k)+R(-12,-8,24,24,4,'white',k*.8)+P('M0,-8 V16 M-12,4 H12','none',k*.7),s)
def point(x,y,s=1,flip=1,rot=0):
    k=W/s
    return f'<g transform="translate({x} {y}) rotate({rot}) scale({s*flip} {s})">'+P('M-14,16 C-20,2 -12,-8 -2,-10 L18,-22 C26,-26 32,-16 24,-10 L10,0 C16,6 12,22 0,24 C-6,24 -12,22 -14,16Z','skin',k)+'</g>'
def baby(x,y,s=1):
    k=W/s
    return G(x,y,E(-28,0,5,6.5,'skin',k)+E(28,0,5,6.5,'skin',k)+E(0,-2,28,28,'skin',k)+feats(k,'smile',0,False,-3)+P('M-8,-28 C-10,-14 8,-12 8,-22 C4,-20 0,-22 2,-30','hair',k*.8),s)
Gd['vneid-doi-may']=P('M18,24 H56 Q66,24 66,34 V114 Q66,124 56,124 H18 Q8,124 8,114 V34 Q8,24 18,24Z','none',W,'ink','stroke-dasharray="9 9"')+P('M25,64 Q25,48 37,48 Q50,48 50,62 Q50,73 37,78 V88','none',W*1.4,'red')+E(37,104,4,4,'red',0)+phone(88,6,68,122,'sky')+shield(122,66,.68,'red')+arrow('M44,138 H82','M80,123 L100,138 L80,153Z','sun',15)
Gd['vneid-doi-so-dien-thoai']=phone(6,8,76,144,'sky')+E(44,62,14,14,'ink',0)+P('M20,112 C20,76 68,76 68,112Z','ink',0)+sim(132,40,'sun')+sim(132,122,'steel')+arrow('M102,40 H84','M86,25 L66,40 L86,55Z','sun',14)+arrow('M62,122 H82','M80,107 L100,122 L80,137Z','steel',14)
Gd['vneid-kich-hoat']=phone(34,8,92,148,'sky')+shield(80,58,.86,'red')+toggle(43,98,74,42)+limb('M158,158 L140,146',18,'rose')+point(122,130,.95,-1,6)+P('M22,36 L11,30 M18,62 H5 M138,36 L149,30 M142,62 H155','none',W*1.3)
Gd['vneid-muc-1']=phone(10,6,84,150,'sky')+shield(52,58,.98,'red')+idcard(104,116,-8,88,60,'white')+star(130,38,23,'sun',W)
Gd['vneid-muc-2']=person('police',52,76,.96)+R(2,136,156,22,4,'tan')+R(94,56,60,80,8,'white')+finger(124,96,.86)+star(106,28,17,'sun',W)+star(138,28,17,'sun',W)
Gd['vneid-quen-mat-khau']=person('man',62,72,1.0,mood='flat',l=2,d=-1)+limb('M24,150 Q4,128 30,88',18,'moss')+hand(36,80,10.5,rot=15)+lock(126,56,.95)+key(88,132,-10,.86)
Gd['vneid-xuat-trinh']=person('woman',38,80,.78,l=4)+nurse(122,80,.78,-4)+phone(60,92,42,66,'white',False)+P('M66,98 H96 V110 H66Z','leaf',0)+heart(81,128,.85)+limb('M18,157 Q34,160 54,146',16,'rose')+hand(59,140,9,rot=50)
Gd['bhxh-vssid']=phone(34,4,92,152,'sky')+umbrella(80,68,.6,'blue')+hcard(80,124,-5,128,58)
Gd['doi-the-bhyt']=f'<g transform="translate(72 40) rotate(-8) scale(.78)">'+P('M-64,-42 H2 L-8,-24 L6,-10 L-8,8 L4,24 L-4,42 H-64 Q-70,42 -70,36 V-36 Q-70,-42 -64,-42Z','white',W/.78)+P('M-70,-20 V-36 Q-70,-42 -64,-42 H2 L-8,-24 L-5,-20Z','leaf',W/.78)+heart(-38,11,1.15)+'</g>'+f'<g transform="translate(84 40) rotate(8) scale(.78)">'+P('M14,-42 H62 Q68,-42 68,-36 V36 Q68,42 62,42 H16 L24,24 L12,8 L26,-10 L12,-24Z','white',W/.78)+P('M14,-42 H62 Q68,-42 68,-36 V-20 H15 L12,-24Z','leaf',W/.78)+P('M40,2 H56 M38,20 H52','none',W,'steel')+'</g>'+hcard(80,124,0,96,62)+arrow('M80,66 V72','M64,72 L80,92 L96,72Z','sun',14)
Gd['ho-ngheo']=house(62,118,1.3,'paper','brown')+R(24,36,26,18,2,'tan',W*.8,t='rotate(-40 37 45)')+P('M28,82 l7,9 l-5,8 l6,9','none',W*.8)+P('M4,118 H120','none')+limb('M160,146 L134,146',22,'blue')+palm(108,134,1.0,-1)+coin(88,118,14)+coin(116,114,14)+coin(102,100,14)
Gd['the-xe-buyt']=bus(8,96,1.16,'leaf')+idcard(94,128,-5,84,54,'white')+waves(30,124,'red',W*1.2,-1,2)
Gd['cu-tru-luu-tru']=house(52,152,1.15,'white','rose')+R(20,110,18,16,2,'sun',W*.8)+R(66,110,18,16,2,'sun',W*.8)+moon(132,28,1.0)+person('child',124,100,.64,'ok')+case(84,128,36,26,'blue')+P('M4,154 H156','none')
Gd['giay-phep-lai-xe']=f'<g transform="translate(74 58) rotate(-9)">'+R(-64,-42,128,84,10,'case')+'</g>'+R(14,48,140,94,10,'pink')+P('M14,74 V58 Q14,48 24,48 H144 Q154,48 154,58 V74Z','red')+R(25,84,36,48,4,'white',W*.8)+E(43,101,8,9,'ink',0)+P('M29,130 C29,110 57,110 57,130Z','ink',0)+bike(108,118,.72,'blue')+arrow('M104,26 C120,12 134,18 138,24','M124,26 L142,40 L151,20Z','sun',13)
Gd['phat-nguoi']=limb('M24,154 V44',11,'steel')+f'<g transform="translate(40 34) rotate(20)">'+R(-30,-18,62,34,7,'white')+R(26,-12,16,22,4,'hair')+P('M-34,-20 H38','none',W*1.2)+E(-16,-2,4,4,'red',0)+'</g>'+P('M92,56 L104,64 M98,42 L114,48 M84,68 L90,80','none',W*1.2,'red')+bike(98,138,1.0,'blue')+P('M6,155 H154','none')
Gd['dvc-ho-tich']=doc(10,8,96,140,-4,0)+baby(58,60,1.0)+P('M32,112 L78,109 M33,128 L64,126','none',W*.85,'steel')+ring(104,120,21)+ring(132,120,21)+P('M132,98 l-9,-11 h18z','sky',W*.9)
Gd['dvc-tra-cuu']=folder(8,12,104,98,'sun')+glass(98,76,31,'sky')+P('M84,76 L94,87 L112,65','none',W*1.5,'plus')+P('M29,138 H45 M67,138 H82','none')+E(18,138,11,11,'plus')+E(56,138,11,11,'plus')+E(94,138,11,11,'white')
Gd['khai-tu-lien-thong']=doc(70,8,82,124,4,5)+''.join(P(f'M{x},118 V62','none',W*1.7)+P(f'M{x},114 V64','none',W*.7,'tan')+E(x,58,3.6,3.6,'red',W*.5) for x in(24,40,56))+P('M24,46 q-8,-8 0,-16 q8,-8 0,-16 M56,46 q-8,-8 0,-16 q8,-8 0,-16','none',W*.9,'steel')+P('M12,124 C8,140 18,150 26,154 H54 C62,150 72,140 68,124Z','sun')+R(6,114,68,12,5,'sun')+P('M118,146 C138,140 146,130 154,132 C156,148 138,158 118,146Z','leaf')+chrys(106,122,1.08)
Gd['ihanoi-cai-dang-nhap']=phone(26,4,108,152,'sky')+R(32,98,96,22,0,'blue',0)+tower(80,100,.78)+P('M38,110 q6,-6 12,0 t12,0 t12,0 t12,0 t12,0 t12,0 t12,0','none',W*.8,'eye')+P('M80,124 V138 M67,130 L80,143 L93,130','none',W*1.3)
Gd['ihanoi-lay-so-tra-cuu']=R(16,8,78,66,8,'blue')+R(28,20,54,36,4,'sky',W*.8)+R(36,74,38,80,2,'case')+P('M14,154 H96','none',W*1.4)+P('M42,90 H68','none')+P('M66,96 H140 V110 C130,110 130,124 140,124 V142 H66 V124 C76,124 76,110 66,110Z','white')+E(103,119,12,12,'sun')+glass(118,46,20,'sky',45,22)
Gd['ihanoi-phan-anh']=phone(6,6,96,150,'sky',False)+R(12,112,84,26,0,'case',0)+P('M32,132 C22,100 36,86 46,82 L42,72 H66 L62,82 C72,86 86,100 76,132Z','hood')+P('M44,83 H64','none',W,'eye')+P('M20,34 V20 H34 M74,20 H88 V34','none',W*1.2)+f'<g transform="translate(120 78) rotate(-18)">'+P('M-14,12 L-10,32 H2 L-2,14','sun',W)+P('M-20,-9 L18,-28 V28 L-20,9Z','red')+R(-32,-10,14,20,4,'white')+'</g>'+P('M146,50 q10,8 10,20','none',W*1.2,'red')
Gd['chan-cuoc-goi-rac']=phone(34,6,92,148,'pink')+handset(80,80,.98,'white',90)+E(80,80,49,49,'none',14)+P('M46,46 L114,114','none',14)+f'<circle cx="80" cy="80" r="49" fill="none" stroke="{C["red"]}" stroke-width="8"/>'+P('M46,46 L114,114','none',8,'red')+waves(140,36,'red')+waves(20,36,'red',W*1.3,-1)
Gd['chuyen-khoan-qr']=P('M10,152 L20,130 H78 L88,152Z','tan')+qr(8,46,82)+phone(94,10,62,122,'white',False)+E(125,50,24,24,'sky',0)+face(125,52,.68,'clerk','ok')+P('M111,98 L121,109 L140,88','none',W*1.6,'plus')+coin(104,138,18)
Gd['co-ban-mat-khau-otp']=person('woman',58,70,1.02,mood='ok',l=1)+limb('M22,156 Q6,158 40,130 L54,114',17,'rose')+G(59,106,P('M-11,10 C-15,0 -9,-6 -5,-6 L-4,-22 C-3,-28 5,-28 5,-22 L6,-4 C12,-2 12,12 2,14 C-4,15 -8,14 -11,10Z','skin'))+lock(124,108,.95)
Gd['khan-cap']=siren(80,48,.9)+person('police',28,110,.56,mood='ok')+house(80,156,.62,'white','tan')+flame(80,138,.72)+ambulance(108,158,.46)
Gd['lua-dao-da-mac']=person('woman',52,70,1.0,mood='worry',l=2)+wallet(74,98,76,46)+coin(106,66,13)+coin(140,40,13)+P('M112,90 V84 M126,78 l3,-7 M124,50 l-6,8 M142,70 l1,-8','none',W)
Gd['co-ban-wifi']=''.join(P(arc(80,86,r,-138,-42),'none',W*2.1) for r in(28,50,72))+phone(50,78,60,80,'sky')+P('M66,118 L76,128 L95,107','none',W*1.6,'plus')
Gd['go-tieng-viet']=phone(10,4,92,152,'white')+bubble(22,22,68,34,'leaf')+P('M32,39 H60','none',W)+R(16,82,80,62,6,'case',0)+''.join(R(20+i*19,88+j*19,14,13,3,'white',W*.6) for i in range(4) for j in range(2))+R(28,127,56,13,3,'white',W*.6)+mic(132,46,1.05)+limb('M154,158 L134,144',20,'moss')+point(112,126,1.05,-1,4)
Gd['tien-dien-nuoc']=bulb(48,68,1.0)+P('M48,3 V8 M12,24 L17,29 M84,24 L79,29 M4,54 H9','none',W*1.2)+tap(120,62,.92)+coin(64,138,16)+coin(96,138,16)+coin(80,124,16)
Gd['zalo-goi-video']=phone(10,4,104,152,'sky')+person('child',56,72,.86)+R(16,128,92,22,0,'white',0)+E(62,138,9,9,'red',W*.8)+R(106,8,50,58,8,'pink')+face(131,42,.62,'woman','ok',3.6)+limb('M152,160 Q150,146 136,132',16,'rose')+openhand(132,116,15,rot=-6,flip=-1)
Gd['hoi-tro-ly-ai']=robot(54,76,.96)+bubble(96,14,58,42,'white')+E(111,35,4,4,'ink',0)+E(125,35,4,4,'ink',0)+E(139,35,4,4,'ink',0)+limb('M82,150 Q122,148 126,112',13,'steel')+P('M112,100 C110,84 122,82 126,92 C130,80 146,84 142,100 C140,114 114,114 112,100Z','white')

# ---------------- third drawing
def nurse(x,y,s,l=0):
    k=W/s
    o=person('clerk',x,y,s,l=l).replace(P('M0,56 L-5,66 L0,90 L5,66Z','rose',k*.8),P('M0,56 V92','none',k*.8))
    return o+G(x,y,P('M-23,-17 C-26,-40 -16,-44 0,-44 C16,-44 26,-40 23,-17 C12,-24 -12,-24 -23,-17Z','white',k)+heart(0,-30,.5,'red',k*.55),s)
Gd['vneid-xuat-trinh']=person('woman',41,88,.8,l=4)+nurse(120,88,.8,-4)+phone(60,94,42,66,'white',False)+P('M66,100 H96 V112 H66Z','leaf',0)+heart(81,130,.85)+limb('M18,159 Q34,162 54,148',16,'rose')+hand(59,142,9,rot=50)
Gd['vneid-doi-so-dien-thoai']=phone(6,8,68,144,'sky')+E(40,62,13,13,'ink',0)+P('M18,110 C18,76 62,76 62,110Z','ink',0)+sim(134,40,'sun')+sim(134,122,'steel')+arrow('M104,40 H98','M98,25 L78,40 L98,55Z','sun',13)+arrow('M80,122 H86','M86,107 L106,122 L86,137Z','steel',13)
Gd['vneid-tich-hop-giay-to']=hcard(64,38,-8,92,56)+f'<g transform="translate(94 60) rotate(7)">'+R(-48,-28,96,56,8,'pink')+bike(2,18,.5,'red')+'</g>'+P('M12,154 V84 Q12,76 20,76 H140 Q148,76 148,84 V154Z','rose')+P('M12,96 H148','none',W*.8)+shield(62,125,.62,'red',W)+E(124,128,22,22,'moss')+P('M124,117 V139 M113,128 H135','none',W*1.5,'eye')
Gd['cu-tru-luu-tru']=house(46,152,1.02,'white','rose')+R(18,114,15,15,2,'sun',W*.8)+R(59,114,15,15,2,'sun',W*.8)+moon(132,28,1.0)+P('M4,154 H156','none')+person('child',126,100,.64,'ok')+case(72,130,32,26,'blue')
Gd['khan-cap']=siren(80,56,.8)+person('police',28,110,.56,mood='ok')+house(80,157,.62,'white','tan')+flame(80,139,.7)+ambulance(106,158,.45)
Gd['lua-dao-da-mac']=person('woman',52,70,1.0,mood='worry',l=2)+P('M104,88 V80 M126,92 V62 M148,92 V80','none',W)+coin(104,62,13)+coin(126,38,13)+coin(146,62,12)+wallet(74,98,76,46)
Gd['lua-dao-nhan-biet']=phone(20,6,96,150,'pink')+thief(68,66,.84)+R(26,116,84,34,11,'white',0)+R(26,116,84,16,0,'white',0)+badge(68,132,False,14)+waves(126,52,'red')
Gd['ho-ngheo']=house(60,114,1.3,'paper','brown')+R(22,32,26,18,2,'tan',W*.8,t='rotate(-40 35 41)')+P('M26,78 l7,9 l-5,8 l6,9','none',W*.8)+P('M4,114 H116','none')+P('M136,124 H160 V156 H136Z','blue')+palm(104,130,.95,-1)+coin(86,114,14)+coin(114,110,14)+coin(100,96,14)
Gd['ihanoi-phan-anh']=phone(6,6,96,150,'sky',False)+R(12,112,84,38,11,'case',0)+R(12,112,84,14,0,'case',0)+P('M32,134 C22,102 36,88 46,84 L42,74 H66 L62,84 C72,88 86,102 76,134Z','hood')+P('M44,85 H64','none',W,'eye')+P('M20,36 V22 H34 M74,22 H88 V36','none',W*1.2)+f'<g transform="translate(120 78) rotate(-18)">'+P('M-14,12 L-10,32 H2 L-2,14','sun',W)+P('M-20,-9 L18,-28 V28 L-20,9Z','red')+R(-32,-10,14,20,4,'white')+'</g>'+P('M146,46 q10,8 10,20','none',W*1.2,'red')
Gd['zalo-goi-video']=phone(10,4,104,152,'sky')+person('child',56,72,.86)+R(16,126,92,24,12,'white',0)+R(16,126,92,12,0,'white',0)+E(62,138,9,9,'red',W*.8)+R(104,8,52,60,8,'pink')+face(130,43,.64,'woman','ok',3.6)+limb('M152,160 Q150,146 136,132',16,'rose')+openhand(132,116,15,rot=-6,flip=-1)
Gd['hoi-tro-ly-ai']=robot(54,76,.96)+bubble(96,14,58,42,'white')+E(111,35,4,4,'ink',0)+E(125,35,4,4,'ink',0)+E(139,35,4,4,'ink',0)+limb('M82,150 Q122,148 126,116',13,'steel')+G(126,100,P('M-13,4 C-14,-9 -6,-16 0,-16 C4,-16 6,-13 7,-10 C13,-15 20,-10 15,-4 C12,1 13,12 0,12 C-8,12 -13,10 -13,4Z','white'))
Gd['chu-to-tren-may']=phone(30,6,100,148,'white')+P('M54,106 L80,36 L106,106 M64,82 H96','none',W*2.6)+sunp(27,42,12)+bell(132,112,.95)
Gd['xac-nhan-cu-tru']=doc(22,10,108,142,-3,0)+house(76,94,.82,'white','rose')+P('M40,110 H104 M40,126 H78','none',W*.85,'steel')+stampmark(112,122,25)
Gd['dvc-ho-tich']=doc(10,11,96,138,-4,0)+baby(58,60,1.0)+P('M32,112 L78,109 M33,128 L64,126','none',W*.85,'steel')+ring(104,120,21)+ring(132,120,21)+P('M132,98 l-9,-11 h18z','sky',W*.9)

# ---------------- fourth drawing
Gd['lua-dao-da-mac']=person('woman',52,70,1.0,mood='worry',l=2)+arrow('M124,92 V72','M108,74 L124,50 L140,74Z','red',15)+wallet(74,100,76,46)+coin(98,66,13)+coin(146,42,12)+coin(122,26,13)
Gd['zalo-goi-video']=phone(10,4,104,152,'sky')+person('child',56,72,.83)+R(16,126,92,24,9,'white',0)+R(16,126,92,12,0,'white',0)+E(62,138,9,9,'red',W*.8)+R(104,8,52,60,8,'pink')+face(130,43,.64,'woman','ok',3.6)+limb('M152,160 Q150,146 136,132',16,'rose')+openhand(132,116,15,rot=-6,flip=-1)
Gd['chu-to-tren-may']=phone(46,6,90,148,'white')+P('M66,104 L91,38 L116,104 M75,82 H107','none',W*2.6)+sunp(23,40,11)+bell(134,114,.92)
Gd['khan-cap']=siren(80,56,.8)+person('police',30,108,.6,'ok',W=4)+house(82,157,.62,'white','tan')+flame(82,139,.7)+ambulance(108,158,.45)
Gd['cu-tru-luu-tru']=house(48,152,1.02,'white','rose')+R(20,114,15,15,2,'sun',W*.8)+R(61,114,15,15,2,'sun',W*.8)+moon(132,28,1.0)+P('M5,154 H156','none')+person('child',124,98,.68,'smile',W=4.2)+case(72,130,32,26,'blue')

# ---------------- fifth drawing
Gd['lua-dao-da-mac']=person('woman',52,70,1.0,mood='worry',l=2)+arrow('M120,94 V72','M103,76 L120,50 L137,76Z','red',15)+wallet(74,98,76,46)+coin(116,24,13)+coin(144,44,12)
Gd['chu-to-tren-may']=phone(48,6,88,148,'white')+P('M67,104 L92,38 L117,104 M76,82 H108','none',W*2.6)+sunp(22,40,9)+bell(134,114,.92)
Gd['khan-cap']=siren(80,56,.8)+person('police',30,108,.6,'ok',W=4)+house(82,157,.62,'white','tan')+flame(82,139,.7)+ambulance(105,158,.45)
# ---------------- drawn later
from answers import N,badge,cyc,gift,idcard as card,simcard
Gd['can-cuoc-cap-lai']=card(8,16,126,86)+E(112,112,40,40,'white')+cyc(112,112,21,11)
Gd['sim-xac-thuc']=phone(16,8,84,144,'sky')+simcard(58,70,.76)+person('woman',116,104,.62)
Gd['cu-tru-thuong-tru']=house(50,150,1.05,'white','rose')+person('woman',122,98,.66)+arrow('M150,40 H116','M118,25 L98,40 L118,55Z','sun',14)
Gd['ho-chieu']=R(14,6,92,128,9,'rose')+E(60,52,25,25,'sky')+E(60,52,10,25,'none',W*.7)+P('M35,52 H85','none',W*.7)+R(34,96,52,12,5,'sun',W*.8)+person('man',116,102,.66)
Gd['tro-cap-xa-hoi']=person('woman',54,72,.94,l=4)+person('child',108,104,.62)+coin(134,34,15)+coin(106,30,13)
Gd['qua-tet']=person('woman',52,72,.98,l=4)+gift(84,98)+''.join(petal(126,42,a,20,9,'pink') for a in range(0,360,72))+E(126,42,6,6,'sun',W*.7)+P('M148,14 C142,24 136,32 130,38','none',W*1.2)
Gd['xe-may-xang']=E(80,74,70,70,'sky')+bike(80,118,1.16,'red')+G(124,36,P('M0,-24 C14,-6 18,2 18,10 C18,32 -18,32 -18,10 C-18,2 -14,-6 0,-24Z','sun'))
Gd['ban-hang-cho-thue']=R(22,96,116,56,4,'tan')+P('M28,96 V50 M132,96 V50','none',W*1.3)+face(80,72,.66,'woman')+R(22,106,116,46,4,'tan')+''.join(P(f'M{16+i*32},20 h32 v26 q-16,16 -32,0Z',('rose','white')[i%2]) for i in range(4))+doc(96,94,42,56,4,2)
# a phone full to the brim, and a bin
Gd['dien-thoai-day']=phone(18,8,78,144,'sky')+''.join(R(29+i*29,28+j*29,25,25,3,('leaf','sun','pink','tan')[(i+j*2)%4],W*.8) for i in range(2) for j in range(4))+R(98,88,46,58,6,'white')+R(92,78,58,14,5,'tan')+P('M112,78 V68 H130 V78','none')+''.join(P(f'M{x},104 V132','none',W*.8) for x in(110,121,132))
def carshape(x,y,s=1,f='red'):
    k=W/s
    return G(x,y,P('M-50,0 V-16 Q-50,-24 -42,-26 L-32,-45 Q-28,-51 -20,-51 H18 Q26,-51 32,-45 L46,-26 Q54,-24 54,-16 V0Z',f,k)+P('M-24,-28 L-18,-42 H-2 V-28Z M8,-28 V-42 H18 Q22,-42 26,-37 L33,-28Z','sky',k*.8)+E(-26,2,13,13,'hair',k)+E(-26,2,4,4,'grey',0)+E(30,2,13,13,'hair',k)+E(30,2,4,4,'grey',0),s)
# a swaddled baby, two rings, a name signed on a phone, a doctor and a year, a car before a gate
Gd['khai-sinh']=doc(78,6,74,98,5,4)+P('M52,154 C14,150 10,96 40,84 H66 C98,96 92,150 52,154Z','sky')+P('M30,104 L76,140 M76,104 L30,140','none',W*.8)+baby(53,66,1.12)
Gd['ket-hon']=doc(12,6,104,120,-4,3)+E(42,98,14,14,'pink')+ring(94,118,27)+ring(126,118,27)+heart(110,78,.9)
Gd['chu-ky-so']=phone(14,6,88,150,'sky')+shield(58,48,.7,'blue')+R(24,88,68,50,6,'white')+P('M32,120 q8,-24 14,-4 t12,0 t10,-6 t12,4','none',W*1.2)+pencil(120,82,38)
Gd['kham-suc-khoe']=person('doctor',62,70,1.0,l=3)+cal(96,22,58,62)+heart(128,122,1.4)
Gd['thu-phi-khong-dung']=R(124,52,24,104,4,'white')+P('M124,84 H148 M124,118 H148','none',W*.8)+limb('M136,44 L16,28',11,'red')+carshape(64,140,1.1,'blue')+waves(96,66,'red',W*1.1,1,2)+P('M4,156 H120','none')
# ---------------- scenes of topics, put together from guides
S['scene-police']=(280,200, person('police',76,82,1.28,mood='smile',l=3)+f'<g transform="translate(142 48) rotate(7)">{card(0,0,124,86)}</g>'+R(6,166,268,30,5,'tan'))
S['scene-city']=(280,200, G(-14,22,Gd['ihanoi-cai-dang-nhap'],1.12)+person('woman',196,77,1.33,l=-3))
S['scene-phone']=(280,200, person('man',82,77,1.33,l=3)+G(120,38,Gd['chu-to-tren-may'],1))
S['scene-bank']=(280,200, bank(200,168,1.65)+coin(258,178,15)+coin(140,182,15)+person('woman',80,77,1.33,l=3))
S['scene-month']=(280,200, person('woman',84,77,1.33,l=3)+G(150,38,cal(0,0,112,126,(1,0)))+G(236,150,bell(0,0,1.1)))
