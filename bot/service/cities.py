"""Well-known cities that are not the namesake of a time zone: names, rough coordinates, zone. Data only.

A name is left out when another well-known place has it under another clock (Portland, Birmingham, San José).
Written `name/other name latitude longitude`; without coordinates it is another name of the zone's own place.
"""

from __future__ import annotations

# Names that well-known places under different clocks share: no answer is better than the wrong one.
SHARED = """
    casey; center; cordoba; davis; georgia; greenwich; jersey; kingston; knox; merida; norfolk; palmer;
    petersburg; portland; san jose; san juan; springfield; stanley; valencia; victoria; vitoria"""
CITIES = {
    "America/New_York": """
        Boston 42.4 -71.1; Miami 25.8 -80.2; Philadelphia 40.0 -75.2; Atlanta 33.7 -84.4;
        Washington/Washington DC/Washington D.C. 38.9 -77.0; Baltimore 39.3 -76.6; Charlotte 35.2 -80.8;
        Orlando 28.5 -81.4; Tampa 27.9 -82.5; Jacksonville 30.3 -81.7; Raleigh 35.8 -78.6;
        Pittsburgh 40.4 -80.0; Cleveland 41.5 -81.7; Cincinnati 39.1 -84.5; Buffalo 42.9 -78.9;
        Brooklyn 40.7 -73.9; Savannah 32.1 -81.1; NYC/New York City/Manhattan;
        Columbus Ohio/Columbus 40.0 -83.0; Richmond Virginia 37.5 -77.4; Knoxville 36.0 -83.9;
        Albany 42.7 -73.8; Bangor Maine 44.8 -68.8""",
    "America/Chicago": """
        Houston 29.8 -95.4; Dallas 32.8 -96.8; Fort Worth 32.8 -97.3; Austin 30.3 -97.7;
        San Antonio 29.4 -98.5; New Orleans 30.0 -90.1; Minneapolis 45.0 -93.3; Milwaukee 43.0 -87.9;
        Nashville 36.2 -86.8; Memphis 35.1 -90.0; Kansas City 39.1 -94.6; Oklahoma City 35.5 -97.5;
        Omaha 41.3 -96.0; St Louis 38.6 -90.2; Tulsa 36.2 -96.0; Des Moines 41.6 -93.6; Wichita 37.7 -97.3;
        Birmingham Alabama 33.5 -86.8; Fargo 46.9 -96.8; Little Rock 34.7 -92.3; Lubbock 33.6 -101.9;
        Madison Wisconsin 43.1 -89.4; Sioux Falls 43.5 -96.7""",
    "America/Denver": """
        Salt Lake City 40.8 -111.9; Albuquerque 35.1 -106.7; El Paso 31.8 -106.4; Billings 45.8 -108.5;
        Colorado Springs 38.8 -104.8; Cheyenne 41.1 -104.8; Missoula 46.9 -114.0; Rapid City 44.1 -103.2""",
    "America/Phoenix": "Tucson 32.2 -110.9; Flagstaff 35.2 -111.7",
    "America/Los_Angeles": """
        San Francisco 37.8 -122.4; Seattle 47.6 -122.3; San Diego 32.7 -117.2; Las Vegas 36.2 -115.1;
        Sacramento 38.6 -121.5; Oakland 37.8 -122.3; Portland Oregon 45.5 -122.7; Fresno 36.7 -119.8;
        San Jose California 37.3 -121.9; Spokane 47.7 -117.4; Palo Alto 37.4 -122.1; Reno 39.5 -119.8;
        LA/L.A.""",
    "America/Detroit": "Ann Arbor 42.3 -83.7; Grand Rapids 43.0 -85.7",
    "America/Indiana/Indianapolis": "Fort Wayne 41.1 -85.1",
    "America/Toronto": """
        Montreal/Montréal 45.5 -73.6; Ottawa 45.4 -75.7; Quebec City/Québec 46.8 -71.2;
        Mississauga 43.6 -79.6; London Ontario 43.0 -81.2; Sudbury 46.5 -81.0; Thunder Bay 48.4 -89.2""",
    "America/Edmonton": "Calgary 51.0 -114.1; Red Deer 52.3 -113.8",
    "America/Regina": "Saskatoon 52.1 -106.7",
    "America/Vancouver": "Surrey 49.2 -122.8; Kelowna 49.9 -119.5; Prince George 53.9 -122.8",
    "America/Mexico_City": """
        Guadalajara 20.7 -103.3; Puebla 19.0 -98.2; Querétaro 20.6 -100.4; Veracruz 19.2 -96.1;
        Oaxaca 17.1 -96.7; CDMX/Ciudad de México; San Luis Potosí 22.2 -101.0; Acapulco 16.9 -99.9;
        León Mexico 21.1 -101.7; Aguascalientes 21.9 -102.3; Morelia 19.7 -101.2""",
    "America/Cancun": "Playa del Carmen 20.6 -87.1",
    "America/Sao_Paulo": """
        Rio de Janeiro/Rio -22.9 -43.2; Brasília/Brasilia -15.8 -47.9; Belo Horizonte -19.9 -43.9;
        Curitiba -25.4 -49.3; Porto Alegre -30.0 -51.2; Goiânia -16.7 -49.3; Campinas -22.9 -47.1;
        Florianópolis -27.6 -48.5; Ribeirão Preto -21.2 -47.8; Londrina -23.3 -51.2; Uberlândia -18.9 -48.3;
        Presidente Prudente -22.1 -51.4; Cascavel -25.0 -53.5; Vitória Brazil -20.3 -40.3;
        Rio Verde -17.8 -50.9; São José do Rio Preto -20.8 -49.4""",
    "America/Bahia": "Salvador da Bahia -13.0 -38.5",
    "America/Fortaleza": "Natal -5.8 -35.2; São Luís -2.5 -44.3; Teresina -5.1 -42.8",
    "America/Argentina/Buenos_Aires": """
        La Plata -34.9 -58.0; Mar del Plata -38.0 -57.5; Bahía Blanca -38.7 -62.3""",
    "America/Argentina/Cordoba": "Rosario -32.9 -60.7; Santa Fe Argentina -31.6 -60.7",
    "America/Santiago": """
        Valparaíso -33.0 -71.6; Concepción Chile -36.8 -73.0; Antofagasta -23.7 -70.4; Rancagua -34.2 -70.7;
        Iquique -20.2 -70.1; La Serena -29.9 -71.3; Temuco -38.7 -72.6; Copiapó -27.4 -70.3""",
    "America/Bogota": """
        Medellín 6.2 -75.6; Cali 3.4 -76.5; Barranquilla 11.0 -74.8; Cartagena de Indias 10.4 -75.5;
        Cúcuta 7.9 -72.5; Bucaramanga 7.1 -73.1; Valledupar 10.5 -73.3; Riohacha 11.5 -72.9""",
    "America/Lima": "Arequipa -16.4 -71.5; Cusco/Cuzco -13.5 -72.0; Trujillo Peru -8.1 -79.0",
    "America/Guayaquil": "Quito -0.2 -78.5; Cuenca Ecuador -2.9 -79.0",
    "America/Caracas": "Maracaibo 10.6 -71.6; Barquisimeto 10.1 -69.3",
    "America/La_Paz": "Santa Cruz de la Sierra -17.8 -63.2; Cochabamba -17.4 -66.2; Sucre -19.0 -65.3",
    "America/Asuncion": "Ciudad del Este -25.5 -54.6",
    "Europe/London": """
        Edinburgh 55.9 -3.2; Glasgow 55.9 -4.3; Manchester 53.5 -2.2; Liverpool 53.4 -3.0; Leeds 53.8 -1.5;
        Bristol 51.5 -2.6; Cardiff 51.5 -3.2; Belfast 54.6 -5.9; Sheffield 53.4 -1.5; Oxford 51.8 -1.3;
        Brighton 50.8 -0.1; Nottingham 53.0 -1.2; Aberdeen 57.1 -2.1; Newcastle upon Tyne 55.0 -1.6;
        Londres/Londra/UK/England/Scotland/Wales/Great Britain""",
    "Europe/Dublin": "Cork 51.9 -8.5; Galway 53.3 -9.1; Limerick 52.7 -8.6",
    "Europe/Lisbon": "Porto/Oporto 41.1 -8.6; Braga 41.5 -8.4; Coimbra 40.2 -8.4; Faro 37.0 -7.9; Lisboa",
    "Europe/Madrid": """
        Barcelona 41.4 2.2; Seville/Sevilla 37.4 -6.0; Zaragoza 41.6 -0.9; Málaga 36.7 -4.4; Bilbao 43.3 -2.9;
        Palma de Mallorca/Palma 39.6 2.7; Granada Spain 37.2 -3.6; Alicante 38.3 -0.5; Murcia 38.0 -1.1;
        Vigo 42.2 -8.7; Valencia Spain/Valencia España 39.5 -0.4""",
    "Atlantic/Canary": "Las Palmas 28.1 -15.4; Tenerife/Santa Cruz de Tenerife 28.5 -16.3",
    "Europe/Paris": """
        Lyon 45.8 4.8; Marseille 43.3 5.4; Toulouse 43.6 1.4; Nice 43.7 7.3; Bordeaux 44.8 -0.6;
        Nantes 47.2 -1.6; Strasbourg 48.6 7.8; Lille 50.6 3.1; Montpellier 43.6 3.9; Rennes 48.1 -1.7;
        Grenoble 45.2 5.7; Dijon 47.3 5.0; Clermont-Ferrand 45.8 3.1; Brest France 48.4 -4.5;
        Metz 49.1 6.2""",
    "Europe/Brussels": """
        Antwerp/Antwerpen/Anvers 51.2 4.4; Ghent/Gent 51.1 3.7; Liège 50.6 5.6; Bruges/Brugge 51.2 3.2;
        Bruxelles/Brussel""",
    "Europe/Amsterdam": """
        Rotterdam 51.9 4.5; The Hague/Den Haag 52.1 4.3; Utrecht 52.1 5.1; Eindhoven 51.4 5.5;
        Groningen 53.2 6.6; Maastricht 50.9 5.7; Holland""",
    "Europe/Berlin": """
        Munich/München/Muenchen/Monaco di Baviera 48.1 11.6; Hamburg 53.6 10.0; Cologne/Köln/Koeln 50.9 7.0;
        Frankfurt/Frankfurt am Main 50.1 8.7; Stuttgart 48.8 9.2; Düsseldorf/Duesseldorf 51.2 6.8;
        Leipzig 51.3 12.4; Dresden 51.1 13.7; Hanover/Hannover 52.4 9.7; Nuremberg/Nürnberg 49.5 11.1;
        Bremen 53.1 8.8; Dortmund 51.5 7.5; Essen 51.5 7.0; Bonn 50.7 7.1; Freiburg 48.0 7.9;
        Karlsruhe 49.0 8.4; Mannheim 49.5 8.5; Heidelberg 49.4 8.7; Kiel 54.3 10.1; Rostock 54.1 12.1;
        Augsburg 48.4 10.9; Aachen 50.8 6.1; Regensburg 49.0 12.1; Passau 48.6 13.4""",
    "Europe/Zurich": """
        Geneva/Genève/Genf 46.2 6.1; Basel 47.6 7.6; Bern/Berne 46.9 7.4; Lausanne 46.5 6.6; Lugano 46.0 9.0;
        Zuerich""",
    "Europe/Vienna": """
        Graz 47.1 15.4; Salzburg 47.8 13.0; Innsbruck 47.3 11.4; Linz 48.3 14.3; Klagenfurt 46.6 14.3;
        Wien""",
    "Europe/Rome": """
        Milan/Milano/Mailand 45.5 9.2; Naples/Napoli 40.9 14.3; Turin/Torino 45.1 7.7;
        Florence/Firenze 43.8 11.3; Bologna 44.5 11.3; Venice/Venezia/Venedig 45.4 12.3; Palermo 38.1 13.4;
        Genoa/Genova 44.4 8.9; Verona 45.4 11.0; Bari 41.1 16.9; Catania 37.5 15.1; Trieste 45.6 13.8;
        Bolzano/Bozen 46.5 11.4; Cagliari 39.2 9.1; Roma""",
    "Europe/Copenhagen": "Aarhus/Århus 56.2 10.2; Odense 55.4 10.4; Aalborg 57.0 9.9; København",
    "Europe/Stockholm": """
        Gothenburg/Göteborg 57.7 12.0; Malmö/Malmoe 55.6 13.0; Uppsala 59.9 17.6; Umeå 63.8 20.3;
        Kiruna 67.9 20.2""",
    "Europe/Oslo": "Bergen 60.4 5.3; Trondheim 63.4 10.4; Stavanger 59.0 5.7; Tromsø 69.6 19.0",
    "Europe/Helsinki": """
        Tampere 61.5 23.8; Turku 60.5 22.3; Espoo 60.2 24.7; Oulu 65.0 25.5; Rovaniemi 66.5 25.7""",
    "Europe/Warsaw": """
        Kraków/Cracow/Krakau 50.1 19.9; Gdańsk/Danzig 54.4 18.6; Wrocław/Breslau 51.1 17.0;
        Poznań/Posen 52.4 16.9; Łódź 51.8 19.5; Katowice 50.3 19.0; Szczecin/Stettin 53.4 14.6;
        Lublin 51.2 22.6; Białystok 53.1 23.2; Warszawa/Warschau""",
    "Europe/Prague": "Brno/Brünn 49.2 16.6; Ostrava 49.8 18.3; Plzeň/Pilsen 49.7 13.4; Praha/Prag",
    "Europe/Bratislava": "Košice 48.7 21.3",
    "Europe/Budapest": "Debrecen 47.5 21.6; Szeged 46.3 20.1; Pécs 46.1 18.2",
    "Europe/Bucharest": """
        Cluj-Napoca/Cluj 46.8 23.6; Timișoara 45.8 21.2; Iași 47.2 27.6; Constanța 44.2 28.6;
        București/Bukarest""",
    "Europe/Sofia": "Plovdiv 42.1 24.7; Varna 43.2 27.9",
    "Europe/Athens": "Thessaloniki/Saloniki 40.6 22.9; Patras 38.2 21.7; Heraklion/Iraklio 35.3 25.1; Athina",
    "Europe/Belgrade": "Novi Sad 45.3 19.8; Niš 43.3 21.9; Beograd; Pristina/Prishtina 42.7 21.2",
    "Europe/Zagreb": "Split 43.5 16.4; Rijeka 45.3 14.4; Dubrovnik 42.6 18.1",
    "Europe/Vilnius": "Kaunas 54.9 23.9; Klaipėda 55.7 21.1",
    "Europe/Kyiv": """
        Lviv/Lwów/Lemberg 49.8 24.0; Kharkiv/Kharkov 50.0 36.2; Odesa/Odessa 46.5 30.7; Dnipro 48.5 35.0;
        Zaporizhzhia 47.8 35.2; Kiev; Mykolaiv 47.0 32.0; Poltava 49.6 34.6; Sumy 50.9 34.8;
        Kramatorsk 48.7 37.6; Kherson 46.6 32.6; Chernihiv 51.5 31.3; Vinnytsia 49.2 28.5; Donetsk 48.0 37.8;
        Luhansk 48.6 39.3; Mariupol 47.1 37.5; Kryvyi Rih 47.9 33.4""",
    "Europe/Minsk": "Gomel/Homel 52.4 31.0; Brest Belarus 52.1 23.7; Hrodna/Grodno 53.7 23.8",
    "Europe/Moscow": """
        Saint Petersburg/St Petersburg/St. Petersburg/Sankt-Peterburg 59.9 30.3; Kazan 55.8 49.1;
        Nizhny Novgorod 56.3 44.0; Rostov-on-Don 47.2 39.7; Sochi 43.6 39.7; Krasnodar 45.0 39.0;
        Voronezh 51.7 39.2; Murmansk 69.0 33.1; Arkhangelsk 64.5 40.5; Makhachkala 43.0 47.5; Moskva/Moskau;
        Syktyvkar 61.7 50.8; Vladikavkaz 43.0 44.7; Grozny 43.3 45.7; Stavropol 45.0 42.0; Penza 53.2 45.0;
        Belgorod 50.6 36.6; Kursk 51.7 36.2; Bryansk 53.2 34.4; Smolensk 54.8 32.1; Pskov 57.8 28.3;
        Taganrog 47.2 38.9; Yoshkar-Ola 56.6 47.9; Naberezhnye Chelny 55.7 52.4""",
    "Asia/Yekaterinburg": """
        Chelyabinsk 55.2 61.4; Ufa 54.7 56.0; Perm 58.0 56.3; Tyumen 57.2 65.5; Orenburg 51.8 55.1;
        Surgut 61.3 73.4""",
    "Asia/Novosibirsk": "Akademgorodok 54.8 83.1",
    "Asia/Irkutsk": "Ulan-Ude 51.8 107.6",
    "Asia/Vladivostok": "Khabarovsk 48.5 135.1",
    "Europe/Istanbul": """
        Ankara 39.9 32.9; Izmir/İzmir 38.4 27.1; Antalya 36.9 30.7; Bursa 40.2 29.1; Adana 37.0 35.3;
        Erzurum 39.9 41.3; Van 38.5 43.4; Diyarbakır 37.9 40.2; Trabzon 41.0 39.7""",
    "Asia/Jerusalem": """
        Tel Aviv/Tel Aviv-Yafo 32.1 34.8; Haifa 32.8 35.0; Beersheba 31.3 34.8; Eilat 29.6 34.9""",
    "Asia/Riyadh": """
        Jeddah 21.5 39.2; Mecca/Makkah 21.4 39.8; Medina 24.5 39.6; Dammam 26.4 50.1; Abha 18.2 42.5;
        Tabuk 28.4 36.6""",
    "Asia/Dubai": "Abu Dhabi 24.5 54.4; Sharjah 25.3 55.4; UAE",
    "Asia/Baghdad": "Basra 30.5 47.8; Erbil 36.2 44.0; Mosul 36.3 43.1",
    "Asia/Tehran": """
        Mashhad 36.3 59.6; Isfahan/Esfahan 32.7 51.7; Shiraz 29.6 52.5; Tabriz 38.1 46.3; Ahvaz 31.3 48.7;
        Kerman 30.3 57.1; Zahedan 29.5 60.9; Kermanshah 34.3 47.1; Rasht 37.3 49.6; Urmia 37.6 45.1;
        Bandar Abbas 27.2 56.3; Sari 36.6 53.1; Hamadan 34.8 48.5; Bojnurd 37.5 57.3""",
    "Asia/Damascus": "Aleppo 36.2 37.2",
    "Asia/Karachi": """
        Lahore 31.5 74.3; Islamabad 33.7 73.1; Rawalpindi 33.6 73.1; Faisalabad 31.4 73.1; Peshawar 34.0 71.5;
        Quetta 30.2 67.0; Multan 30.2 71.5; Sialkot 32.5 74.5; Sukkur 27.7 68.9; Gujranwala 32.2 74.2;
        Bahawalpur 29.4 71.7""",
    "Asia/Kolkata": """
        Mumbai/Bombay 19.1 72.9; Delhi/New Delhi 28.6 77.2; Bangalore/Bengaluru 13.0 77.6;
        Hyderabad 17.4 78.5; Chennai/Madras 13.1 80.3; Pune 18.5 73.9; Ahmedabad 23.0 72.6; Jaipur 26.9 75.8;
        Lucknow 26.8 80.9; Kochi 9.9 76.3; Surat 21.2 72.8; Kanpur 26.4 80.3; Nagpur 21.1 79.1;
        Indore 22.7 75.9; Patna 25.6 85.1; Goa 15.5 73.8; Bhopal 23.3 77.4; Chandigarh 30.7 76.8;
        Guwahati 26.1 91.7; Amritsar 31.6 74.9; Srinagar 34.1 74.8; Visakhapatnam 17.7 83.3;
        Calcutta; Siliguri 26.7 88.4; Agartala 23.8 91.3; Madurai 9.9 78.1; Varanasi 25.3 83.0;
        Raipur 21.3 81.6; Bhubaneswar 20.3 85.8; Gorakhpur 26.8 83.4; Muzaffarpur 26.1 85.4;
        Darbhanga 26.2 85.9; Jodhpur 26.3 73.0; Bikaner 28.0 73.3; Bhuj 23.2 69.7; Imphal 24.8 93.9;
        Aizawl 23.7 92.7; Cooch Behar 26.3 89.4; Malda 25.0 88.1; Asansol 23.7 87.0; Baharampur 24.1 88.3;
        Silchar 24.8 92.8; Purnia 25.8 87.5; Leh 34.2 77.6; Bareilly 28.4 79.4; Krishnanagar 23.4 88.5""",
    "Asia/Dhaka": """
        Chittagong/Chattogram 22.4 91.8; Sylhet 24.9 91.9; Khulna 22.8 89.5; Rajshahi 24.4 88.6;
        Rangpur 25.7 89.3""",
    "Asia/Kathmandu": "Pokhara 28.2 84.0; Biratnagar 26.5 87.3; Nepalgunj 28.1 81.6",
    "Asia/Yangon": "Mandalay 22.0 96.1; Myitkyina 25.4 97.4; Taunggyi 20.8 97.0; Mawlamyine 16.5 97.6",
    "Asia/Bangkok": """
        Chiang Mai 18.8 99.0; Phuket 7.9 98.4; Pattaya 12.9 100.9; Khon Kaen 16.4 102.8;
        Udon Thani 17.4 102.8; Hat Yai 7.0 100.5""",
    "Asia/Ho_Chi_Minh": """
        Hanoi/Ha Noi 21.0 105.8; Da Nang 16.1 108.2; Haiphong 20.9 106.7; Hue 16.5 107.6; Can Tho 10.0 105.8;
        Saigon""",
    "Asia/Kuala_Lumpur": "Penang 5.4 100.3; Johor Bahru 1.5 103.7; Ipoh 4.6 101.1; Kota Bharu 6.1 102.2",
    "Asia/Kuching": "Kota Kinabalu 6.0 116.1",
    "Asia/Jakarta": """
        Bandung -6.9 107.6; Surabaya -7.3 112.8; Medan 3.6 98.7; Yogyakarta/Jogja -7.8 110.4;
        Semarang -7.0 110.4; Palembang -3.0 104.8; Padang -0.9 100.4; Batam 1.1 104.0; Pekanbaru 0.5 101.4;
        Banda Aceh 5.5 95.3; Jambi -1.6 103.6""",
    "Asia/Makassar": "Bali/Denpasar -8.7 115.2; Balikpapan -1.3 116.8; Manado 1.5 124.8; Kupang -10.2 123.6",
    "Asia/Manila": """
        Cebu/Cebu City 10.3 123.9; Davao 7.1 125.6; Quezon City 14.7 121.0; Zamboanga 6.9 122.1;
        Iloilo 10.7 122.6""",
    "Asia/Shanghai": """
        Beijing/Peking 39.9 116.4; Shenzhen 22.6 114.1; Guangzhou/Canton 23.1 113.3; Chengdu 30.7 104.1;
        Wuhan 30.6 114.3; Hangzhou 30.3 120.2; Chongqing 29.6 106.5; Tianjin 39.1 117.2; Nanjing 32.1 118.8;
        Xi'an/Xian 34.3 108.9; Qingdao 36.1 120.4; Xiamen 24.5 118.1; Suzhou 31.3 120.6; Dalian 38.9 121.6;
        Harbin 45.8 126.6; Shenyang 41.8 123.4; Kunming 25.0 102.7; Changsha 28.2 112.9; Zhengzhou 34.7 113.6;
        Jinan 36.7 117.0; Nanning 22.8 108.3; Lanzhou 36.1 103.8; Guiyang 26.6 106.7; Hohhot 40.8 111.7;
        Changchun 43.9 125.3; Haikou 20.0 110.3; Fuzhou 26.1 119.3; Taiyuan 37.9 112.6; Yinchuan 38.5 106.2;
        Xining 36.6 101.8; Jiamusi 46.8 130.4; Mudanjiang 44.6 129.6; Yanji 42.9 129.5; Jixi 45.3 131.0;
        Dandong 40.1 124.4; Hailar 49.2 119.7; Dali 25.6 100.2; Lhasa 29.7 91.1; Heihe 50.2 127.5""",
    "Asia/Taipei": "Kaohsiung 22.6 120.3; Taichung 24.1 120.7; Tainan 23.0 120.2",
    "Asia/Seoul": """
        Busan/Pusan 35.2 129.1; Incheon 37.5 126.7; Daegu 35.9 128.6; Daejeon 36.4 127.4; Gwangju 35.2 126.9;
        Jeju 33.5 126.5; Ulsan 35.5 129.3""",
    "Asia/Tokyo": """
        Osaka 34.7 135.5; Kyoto 35.0 135.8; Yokohama 35.4 139.6; Nagoya 35.2 136.9; Sapporo 43.1 141.4;
        Fukuoka 33.6 130.4; Kobe 34.7 135.2; Hiroshima 34.4 132.5; Sendai 38.3 140.9; Naha 26.2 127.7;
        Nagasaki 32.8 129.9; Kagoshima 31.6 130.6; Niigata 37.9 139.0""",
    "Asia/Almaty": """
        Astana/Nur-Sultan 51.2 71.4; Shymkent 42.3 69.6; Karaganda 49.8 73.1; Oskemen 49.9 82.6;
        Pavlodar 52.3 77.0""",
    "Asia/Tashkent": "Namangan 41.0 71.7; Andijan 40.8 72.3; Fergana 40.4 71.8",
    "Australia/Brisbane": """
        Gold Coast -28.0 153.4; Cairns -16.9 145.8; Townsville -19.3 146.8; Toowoomba -27.6 152.0""",
    "Australia/Sydney": """
        Canberra -35.3 149.1; Wollongong -34.4 150.9; Newcastle Australia -32.9 151.8; Albury -36.1 146.9""",
    "Australia/Melbourne": """
        Geelong -38.1 144.4; Ballarat -37.6 143.9; Bendigo -36.8 144.3; Mildura -34.2 142.2""",
    "Australia/Hobart": "Launceston -41.4 147.1",
    "Australia/Perth": """
        Fremantle -32.1 115.7; Bunbury -33.3 115.6; Kalgoorlie -30.7 121.5; Broome -18.0 122.2""",
    "Pacific/Auckland": """
        Wellington -41.3 174.8; Christchurch -43.5 172.6; Dunedin -45.9 170.5;
        Queenstown New Zealand -45.0 168.7""",
    "Africa/Cairo": """
        Alexandria 31.2 29.9; Giza 30.0 31.2; Luxor 25.7 32.6; Aswan 24.1 32.9; Port Said 31.3 32.3""",
    "Africa/Casablanca": """
        Rabat 34.0 -6.8; Marrakesh/Marrakech 31.6 -8.0; Fez/Fès 34.0 -5.0; Tangier/Tanger 35.8 -5.8;
        Agadir 30.4 -9.6; Oujda 34.7 -1.9""",
    "Africa/Algiers": "Oran 35.7 -0.6; Annaba 36.9 7.8; Constantine 36.4 6.6; Alger",
    "Africa/Lagos": """
        Abuja 9.1 7.4; Kano 12.0 8.5; Ibadan 7.4 3.9; Port Harcourt 4.8 7.0; Benin City 6.3 5.6;
        Kaduna 10.5 7.4; Maiduguri 11.8 13.2""",
    "Africa/Accra": "Kumasi 6.7 -1.6; Tamale 9.4 -0.8",
    "Africa/Abidjan": "Yamoussoukro 6.8 -5.3; Bouaké 7.7 -5.0",
    "Africa/Nairobi": "Mombasa -4.0 39.7; Kisumu -0.1 34.8",
    "Africa/Addis_Ababa": "Mekelle 13.5 39.5; Dire Dawa 9.6 41.9; Gondar 12.6 37.5",
    "Africa/Dar_es_Salaam": """
        Arusha -3.4 36.7; Mwanza -2.5 32.9; Dodoma -6.2 35.7; Zanzibar -6.2 39.2; Kigoma -4.9 29.6;
        Mbeya -8.9 33.5; Bukoba -1.3 31.8""",
    "Africa/Johannesburg": """
        Cape Town/Kapstadt -33.9 18.4; Durban -29.9 31.0; Pretoria/Tshwane -25.7 28.2;
        Port Elizabeth/Gqeberha -33.9 25.6; Bloemfontein -29.1 26.2; Polokwane -23.9 29.5""",
    "Africa/Luanda": "Benguela -12.6 13.4; Huambo -12.8 15.7; Saurimo -9.7 20.4; Lubango -14.9 13.5",
    "Africa/Maputo": "Beira -19.8 34.8; Nampula -15.1 39.3",
    "Africa/Douala": "Yaoundé 3.9 11.5; Garoua 9.3 13.4; Bamenda 6.0 10.2; Maroua 10.6 14.3",
    "Africa/Harare": "Bulawayo -20.2 28.6",
    "Africa/Lubumbashi": """
        Bukavu -2.5 28.9; Goma -1.7 29.2; Kisangani 0.5 25.2; Mbuji-Mayi -6.1 23.6; Kananga -5.9 22.4""",
    "Africa/Khartoum": "Port Sudan 19.6 37.2; Omdurman 15.6 32.5",
    "America/Panama": "Panama City/Ciudad de Panamá",
    "America/Guatemala": "Guatemala City/Ciudad de Guatemala",
    "America/Barbados": "Bridgetown",
    "America/Puerto_Rico": "San Juan Puerto Rico",
    "America/Jamaica": "Kingston Jamaica",
    "America/Guyana": "Georgetown",
    "America/Costa_Rica": "San José Costa Rica",
    "Atlantic/Reykjavik": "Reykjavík; Akureyri 65.7 -18.1",
    "Asia/Kuwait": "Kuwait City",
    "Asia/Hong_Kong": "HK; Kowloon 22.3 114.2",
    "Indian/Mauritius": "Port Louis",
    "Pacific/Fiji": "Suva",
    "America/Havana": """
        Santiago de Cuba 20.0 -75.8; Camagüey 21.4 -77.9; Holguín 20.9 -76.3; Guantánamo 20.1 -75.2""",
    "Asia/Urumqi": "Kashgar 39.5 76.0; Yining 43.9 81.3; Hotan 37.1 79.9; Aksu 41.2 80.3; Korla 41.8 86.1",
    "Africa/Tripoli": "Benghazi 32.1 20.1; Misrata 32.4 15.1; Tobruk 32.1 24.0; Sabha 27.0 14.4",
    "Asia/Pyongyang": "Hamhung 39.9 127.5; Chongjin 41.8 129.8",
    "Asia/Bishkek": "Osh 40.5 72.8; Jalal-Abad 40.9 73.0",
    "Africa/Kampala": "Mbarara -0.6 30.7; Gulu 2.8 32.3; Mbale 1.1 34.2",
    "Africa/Tunis": "Sfax 34.7 10.8; Gabès 33.9 10.1; Sousse 35.8 10.6; Djerba 33.8 10.9",
    "Asia/Kabul": """
        Herat 34.3 62.2; Mazar-i-Sharif 36.7 67.1; Kandahar 31.6 65.7; Jalalabad 34.4 70.5;
        Kunduz 36.7 68.9""",
    "Europe/Samara": "Izhevsk 56.9 53.2; Tolyatti 53.5 49.4",
    "America/Monterrey": "Torreón 25.5 -103.4; Saltillo 25.4 -101.0; Durango 24.0 -104.7; Tampico 22.3 -97.9",
    "America/Mazatlan": "Culiacán 24.8 -107.4; La Paz Mexico 24.1 -110.3; Cabo San Lucas 22.9 -109.9",
    "Africa/Porto-Novo": "Cotonou 6.4 2.4; Parakou 9.3 2.6; Abomey 7.2 2.0",
    "Asia/Tbilisi": "Batumi 41.6 41.6; Kutaisi 42.3 42.7",
    "Asia/Baku": "Ganja 40.7 46.4; Nakhchivan 39.2 45.4",
}
